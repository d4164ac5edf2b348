# bash completion for smapstop; made from its command line
_smapstop() {
    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} command= words i
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
        report | diff | record | watch | open) command=${COMP_WORDS[i]} && break ;;
        esac
    done
    case $command:$before in
    :-d | :--delay) words='' ;;
    :--max-duty) words='' ;;
    report:--format) words='csv json text tsv' ;;
    report:--view) words='all libraries private shared totals' ;;
    report:--sort) words='address age_s anonhugepages_kb anonymous_kb change_kb change_per_min_kb dev figure filepmdmapped_kb inode kernelpagesize_kb kind ksm_kb lazyfree_kb library locked_kb mapping maps meaning mmupagesize_kb now_kb offset perm private_clean_kb private_dirty_kb private_hugetlb_kb private_kb protectionkey pss_dirty_kb pss_kb referenced_kb rss_kb shared_clean_kb shared_dirty_kb shared_hugetlb_kb shared_kb shmempmdmapped_kb swap_kb swappss_kb thpeligible vmsize_kb' ;;
    report:--filter) words='' ;;
    report:--columns) words='address age_s anonhugepages_kb anonymous_kb change_kb change_per_min_kb dev figure filepmdmapped_kb inode kernelpagesize_kb kind ksm_kb lazyfree_kb library locked_kb mapping maps meaning mmupagesize_kb now_kb offset perm private_clean_kb private_dirty_kb private_hugetlb_kb private_kb protectionkey pss_dirty_kb pss_kb referenced_kb rss_kb shared_clean_kb shared_dirty_kb shared_hugetlb_kb shared_kb shmempmdmapped_kb swap_kb swappss_kb thpeligible vmsize_kb' ;;
    report:--units) words='auto kb' ;;
    diff:--format) words='csv json text tsv' ;;
    diff:--view) words='kinds libraries mappings totals' ;;
    diff:--sort) words='address age_s change_kb change_per_min_kb fate figure kind meaning now_kb trend was_kb what' ;;
    diff:--filter) words='' ;;
    diff:--columns) words='address age_s change_kb change_per_min_kb fate figure kind meaning now_kb trend was_kb what' ;;
    diff:--units) words='auto kb' ;;
    record:-o | record:--output) words='' ;;
    record:-d | record:--delay) words='' ;;
    record:--samples) words='' ;;
    record:--for) words='' ;;
    watch:--format) words='ndjson' ;;
    watch:-d | watch:--delay) words='' ;;
    watch:--samples) words='' ;;
    watch:--for) words='' ;;
    *)
        case $command:$word in
        :-*) words='-d --delay --max-duty -h --help --version' ;;
        report:-*) words='--format --view --sort --filter --columns --units -h --help' ;;
        diff:-*) words='--format --view --sort --filter --columns --units -h --help' ;;
        record:-*) words='-o --output -d --delay --samples --for --force -h --help' ;;
        watch:-*) words='--format -d --delay --samples --for -h --help' ;;
        open:-*) words='-h --help' ;;
        :*) words="report diff record watch open $(cd /proc && echo [0-9]*)" ;;
        *)
            compopt -o filenames
            mapfile -t COMPREPLY < <(compgen -f -W "$(cd /proc && echo [0-9]*)" -- "$word")
            return
            ;;
        esac
        ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _smapstop smapstop
