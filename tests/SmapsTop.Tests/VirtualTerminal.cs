using System.Globalization;
using SmapsTop.Drawing;

namespace SmapsTop.Tests;

/// <summary>A terminal that understands what the program sends, and nothing else: what is shown is made from the bytes.</summary>
internal sealed class VirtualTerminal
{
    private readonly int _columns;
    private readonly (string Glyph, string Look)[,] _cells;
    private int _x;
    private int _y;
    private string _look = "";

    public VirtualTerminal(int columns, int rows)
    {
        _columns = columns;
        _cells = new (string, string)[rows, columns];
        Clear();
    }

    /// <summary>How many cells were written, changed or not.</summary>
    public int SentCells { get; private set; }

    /// <summary>How many characters were sent.</summary>
    public int SentLength { get; private set; }

    /// <summary>The cells, each with its glyph and the parameters of SGR since the last reset, without those that are not seen on a blank.</summary>
    public IEnumerable<string> Cells => _cells.Cast<(string Glyph, string Look)>().Select(cell => cell.Glyph == " " ? string.Concat(cell.Look.Split(';').Where(part => part is "4" or "7" or "9")) : cell.Glyph + cell.Look);

    public string Text =>
        string.Join('\n', Enumerable.Range(0, _cells.GetLength(0)).Select(y => string.Concat(Enumerable.Range(0, _columns).Select(x => _cells[y, x].Glyph)).TrimEnd())).TrimEnd() + "\n";

    /// <summary>The rows with a cell of some look.</summary>
    public IEnumerable<int> RowsWith(string parameter) =>
        Enumerable.Range(0, _cells.GetLength(0)).Where(y => Enumerable.Range(0, _columns).Any(x => _cells[y, x].Look.Split(';').Contains(parameter)));

    public void Write(string text)
    {
        SentLength += text.Length;
        for (var i = 0; i < text.Length;)
        {
            if (text[i] == '\e')
            {
                var end = i + 2;
                while (!char.IsAsciiLetter(text[end]))
                    end++;
                Assert.Equal('[', text[i + 1]);
                Obey(text[end], text[(i + 2)..end]);
                i = end + 1;
                continue;
            }
            Assert.False(char.IsControl(text[i]), $"U+{(int)text[i]:x4} was sent");
            var length = StringInfo.GetNextTextElementLength(text, i);
            Put(text.Substring(i, length));
            i += length;
        }
    }

    private void Obey(char command, string parameters)
    {
        var numbers = parameters.Split(';').Select(part => part.Length == 0 ? 0 : int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        switch (command)
        {
            case 'H':
                (_y, _x) = (Math.Max(1, numbers[0]) - 1, (numbers.Length > 1 ? Math.Max(1, numbers[1]) : 1) - 1);
                break;
            case 'C':
                _x += Math.Max(1, numbers[0]);
                break;
            case 'J' when numbers is [2]:
                Clear();
                break;
            case 'm':
                _look = numbers[0] == 0 ? string.Join(';', parameters.Split(';').Skip(1)) : _look.Length == 0 ? parameters : $"{_look};{parameters}";
                break;
            default:
                Assert.Fail($"ESC [ {parameters} {command} is not understood");
                break;
        }
    }

    private void Put(string glyph)
    {
        var columns = Fit.Cells(glyph);
        Assert.InRange(_x + columns, 1, _columns);
        _cells[_y, _x] = (glyph, _look);
        if (columns == 2)
            _cells[_y, _x + 1] = ("", _look);
        _x += columns;
        SentCells += columns;
    }

    private void Clear()
    {
        for (var y = 0; y < _cells.GetLength(0); y++)
            for (var x = 0; x < _columns; x++)
                _cells[y, x] = (" ", "");
    }
}
