using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SmapsTop.Core.Smaps;

/// <summary>
/// The form in which a kernel prints the numbers of a record: always the same keys in the same order, each number in a cell of eight
/// characters. It is learnt from a record that was read line by line; a record of the same form is then read at one go. What has
/// another form is read line by line as before: nothing is understood here that would not be understood there.
/// </summary>
internal sealed class SmapsForm
{
    /// <summary>Key, colon and blanks before the cell.</summary>
    private const int KeyLength = 16;

    /// <summary>A cell, and half a key: what a register holds.</summary>
    private const int WordLength = 8;

    /// <summary>A byte in each place of a word.</summary>
    private const ulong Each = 0x0101010101010101;

    /// <summary>The cell of 0.</summary>
    private const ulong Zero = ('0' - ' ') * (1UL << 56) + ' ' * Each;

    /// <summary>A blank, kB and the line's end.</summary>
    private const uint Unit = ' ' | 'k' << 8 | 'B' << 16 | '\n' << 24;

    private readonly List<Line> _learnt = [];
    private Line[] _lines = [];
    private int _length;
    private bool _isLearning;

    /// <summary>How many lines <see cref="Read"/> reads.</summary>
    public int Lines => _lines.Length;

    /// <summary>The field of the last line; there must be one.</summary>
    public int LastField => _lines[^1].Field;

    /// <summary>Begins to learn from a record.</summary>
    public void Begin()
    {
        _learnt.Clear();
        _isLearning = true;
    }

    /// <summary>Learns the form of a number's line that was understood.</summary>
    /// <param name="line">The line without its end.</param>
    /// <param name="field">Its field.</param>
    public void Learn(ReadOnlySpan<byte> line, SmapsField field)
    {
        if (!_isLearning)
            return;
        // One number without its cell, and the record is none to learn from.
        if (line.Length != LengthOf(field.IsKilobytes) || line[..KeyLength].TrimEnd((byte)' ')[^1] != ':'
            || !TryNumber(MemoryMarshal.Read<ulong>(line[KeyLength..]), out _))
            _isLearning = false;
        else
            _learnt.Add(new(MemoryMarshal.Read<ulong>(line), MemoryMarshal.Read<ulong>(line[WordLength..]), field.Index, field.IsKilobytes));
    }

    /// <summary>The numbers in a row have come to their end.</summary>
    public void End()
    {
        if (_isLearning && _learnt.Count > 0 && !_lines.SequenceEqual(_learnt))
        {
            _lines = [.. _learnt];
            _length = _lines.Sum(line => LengthOf(line.IsKilobytes) + 1);
        }
        _isLearning = false;
    }

    /// <summary>Reads the numbers of a record.</summary>
    /// <param name="text">What follows the header's line.</param>
    /// <param name="amounts">Takes the numbers; not all of them if the answer is 0.</param>
    /// <returns>How many bytes were read; 0 if the numbers have another form, or are not there as a whole.</returns>
    public int Read(ReadOnlySpan<byte> text, ref Amounts amounts)
    {
        if (_length == 0 || text.Length < _length)
            return 0;
        // The length is known to suffice: from here on nothing is checked twice.
        ref var start = ref MemoryMarshal.GetReference(text);
        var differs = 0UL;
        foreach (ref readonly var line in _lines.AsSpan())
        {
            differs |= Word(ref start) ^ line.Key | Word(ref Unsafe.Add(ref start, WordLength)) ^ line.RestOfKey;
            differs |= line.IsKilobytes
                ? Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref start, KeyLength + WordLength)) ^ Unit
                : (uint)Unsafe.Add(ref start, KeyLength + WordLength) ^ '\n';
            var cell = Word(ref Unsafe.Add(ref start, KeyLength));
            long number = 0;
            // Most numbers are 0.
            if (cell != Zero && !TryNumber(cell, out number))
                return 0;
            amounts.Set(line.Field, number);
            start = ref Unsafe.Add(ref start, LengthOf(line.IsKilobytes) + 1);
        }
        return differs == 0 ? _length : 0;
    }

    private static ulong Word(ref byte first) => Unsafe.ReadUnaligned<ulong>(ref first);

    private static int LengthOf(bool isKilobytes) => KeyLength + WordLength + (isKilobytes ? " kB".Length : 0);

    /// <summary>Reads a cell: blanks, then digits. The eight characters are looked at as one number whose lowest byte is the first.</summary>
    private static bool TryNumber(ulong text, out long number)
    {
        number = 0;
        // A blank differs from the digit 0 in one bit only: with it, nothing but digits may be left.
        var digits = (text | Each << 4) ^ '0' * Each;
        if (((digits + 6 * Each | digits) & 0xF0 * Each) != 0)
            return false;
        // What lacks the bit is a blank; blanks stand at the beginning, and the last character is none.
        var blanks = (~text >> 4 & Each) * 0xFF;
        if ((text & 0x0F * Each & blanks) != 0 || (blanks & (blanks + 1)) != 0 || blanks >> 56 != 0)
            return false;
        // Neighbours become numbers of two digits, those of four, those of eight.
        digits = digits * (10 * 0x100 + 1) >> 8 & 0x00FF00FF00FF00FF;
        digits = digits * (100 * 0x10000 + 1) >> 16 & 0x0000FFFF0000FFFF;
        number = (long)(digits * (10000UL * 0x100000000 + 1) >> 32);
        return true;
    }

    /// <summary>A number's line.</summary>
    /// <param name="Key">The first half of what is before the cell.</param>
    /// <param name="RestOfKey">The second half.</param>
    /// <param name="Field">The field's index.</param>
    /// <param name="IsKilobytes">Whether the unit follows.</param>
    private readonly record struct Line(ulong Key, ulong RestOfKey, int Field, bool IsKilobytes);
}
