using System.ComponentModel.DataAnnotations;

namespace Acme.Visitors;

/// <summary>Settings, read from the environment: <c>VISITORS_LONGEST_VISIT</c>.</summary>
public sealed class VisitorsOptions
{
    /// <summary>Hours after which somebody who forgot to sign out is signed out.</summary>
    [Range(1, 168)]
    public int LongestVisit { get; set; } = 14;
}
