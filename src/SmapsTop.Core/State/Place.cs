using System.Collections.Immutable;
using SmapsTop.Core.Grids;
using SmapsTop.Core.Smaps;

namespace SmapsTop.Core.State;

/// <summary>Where the user is: a screen, and what it is about.</summary>
public abstract record Place
{
    /// <summary>The grids on the screen, in the order in which Tab goes through them.</summary>
    public virtual ImmutableArray<Grid> Grids => [];

    /// <summary>The list of processes.</summary>
    public sealed record Processes : Place
    {
        /// <inheritdoc/>
        public override ImmutableArray<Grid> Grids => [AllGrids.Processes];
    }

    /// <summary>The totals with the private and the shared mappings.</summary>
    public sealed record Maps : Place
    {
        /// <inheritdoc/>
        public override ImmutableArray<Grid> Grids => [AllGrids.Private, AllGrids.Shared];
    }

    /// <summary>The roll-up by library.</summary>
    public sealed record Libraries : Place
    {
        /// <inheritdoc/>
        public override ImmutableArray<Grid> Grids => [AllGrids.Libraries];
    }

    /// <summary>The mappings of a library.</summary>
    /// <param name="Key">Which.</param>
    public sealed record OfLibrary(LibraryKey Key) : Place
    {
        /// <inheritdoc/>
        public override ImmutableArray<Grid> Grids => [AllGrids.OfLibrary];
    }

    /// <summary>All mappings in address order.</summary>
    public sealed record All : Place
    {
        /// <inheritdoc/>
        public override ImmutableArray<Grid> Grids => [AllGrids.All];
    }

    /// <summary>What has changed since the baseline, with a chart.</summary>
    public sealed record Growth : Place
    {
        /// <inheritdoc/>
        public override ImmutableArray<Grid> Grids => [AllGrids.Growth];
    }

    /// <summary>Every field of one mapping.</summary>
    /// <param name="Opened">The mapping as it was when it was opened.</param>
    public sealed record OneMapping(Mapping Opened) : Place;

    /// <summary>The columns of a grid, to be switched on and off.</summary>
    /// <param name="Of">The grid.</param>
    public sealed record Columns(Grid Of) : Place
    {
        /// <inheritdoc/>
        public override ImmutableArray<Grid> Grids => [AllGrids.Columns];
    }

    /// <summary>The help.</summary>
    public sealed record Help : Place;
}
