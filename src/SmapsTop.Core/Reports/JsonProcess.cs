using System.Text.Json;
using SmapsTop.Core.Proc;

namespace SmapsTop.Core.Reports;

/// <summary>The process of a sample as JSON, and what it can run into. Of a saved text nothing is known.</summary>
internal static class JsonProcess
{
    public static void Write(Utf8JsonWriter json, Sample sample)
    {
        var process = sample.Process;
        var nothing = ProcessInfo.Unknown;
        json.WriteStartObject("process");
        if (process.Pid != nothing.Pid)
            json.WriteNumber("pid", process.Pid);
        if (process.Identity.StartTicks > 0)
            json.WriteNumber("start_ticks", process.Identity.StartTicks);
        Word("comm", process.Name, nothing.Name);
        Word("command", process.Command, nothing.Command);
        Word("user", process.User, nothing.User);
        // Of a leader that has ended the threads live on, whose state it does not tell.
        if (process.State != nothing.State && (sample.Thread is null || process.State is not ('Z' or 'X')))
            json.WriteString("state", process.StateWord);
        if (process.Threads != nothing.Threads)
            json.WriteNumber("threads", process.Threads);
        if (process.Age is { } age)
            json.WriteNumber("age_min", (long)age.TotalMinutes);
        Number("read_by_thread", sample.Thread);
        json.WriteEndObject();

        var limits = sample.Limits;
        json.WriteStartObject("limits");
        Number("cgroup_most_kb", limits.CgroupMost);
        Number("cgroup_now_kb", limits.CgroupNow);
        Number("rlimit_as_kb", limits.AddressSpace);
        Number("rlimit_data_kb", limits.Data);
        Number("mem_available_kb", limits.Available);
        Number("max_map_count", limits.MostMappings);
        json.WriteEndObject();

        void Word(string name, string value, string unknown)
        {
            if (value != unknown)
                json.WriteString(name, value);
        }

        void Number(string name, long? value)
        {
            if (value is { } number)
                json.WriteNumber(name, number);
        }
    }
}
