namespace SmapsTop.Tests.RealTerminal;

/// <summary>The tests on a real terminal run one after another: they measure times and what other processes leave alone.</summary>
[CollectionDefinition(Name)]
public sealed class OneAtATime
{
    public const string Name = "Real terminal";
}
