using BenchmarkDotNet.Attributes;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Benchmarks.Parts;

/// <summary>Parsing a text that is there, in the pieces in which the kernel gives it.</summary>
[MemoryDiagnoser]
public class ParseParts
{
    private const int Piece = 4096;

    private readonly SmapsParser _parser = new();
    private byte[] _text = [];
    private byte[] _changed = [];
    private Snapshot? _before;

    /// <summary>How many mappings the text has.</summary>
    [Params(600, 60_000)]
    public int Mappings { get; set; }

    /// <summary>Makes the texts.</summary>
    [GlobalSetup]
    public void Make()
    {
        _text = MadeText.Of(Mappings, changed: false);
        _changed = MadeText.Of(Mappings, changed: true);
        _before = Parse(_text, null);
    }

    /// <summary>Nothing is known yet.</summary>
    [Benchmark]
    public Snapshot First() => Parse(_text, null);

    /// <summary>All is as before.</summary>
    [Benchmark]
    public Snapshot Same() => Parse(_text, _before);

    /// <summary>2 % are not as before.</summary>
    [Benchmark]
    public Snapshot Changed() => Parse(_changed, _before);

    private Snapshot Parse(ReadOnlySpan<byte> text, Snapshot? before)
    {
        _parser.Begin(before);
        for (; !text.IsEmpty; text = text[Math.Min(Piece, text.Length)..])
            _parser.Feed(text[..Math.Min(Piece, text.Length)]);
        return _parser.TryEnd(out var snapshot, out var error) ? snapshot : throw new InvalidOperationException(error.ToString());
    }
}
