using System.Text.Json;

namespace Pergola.App.Auth;

/// <summary>The signed-in user of a request. Shared between requests, so nothing in it changes.</summary>
/// <param name="Id">Record key in <c>users</c>.</param>
/// <param name="Record">The row as JSON, hidden columns left out.</param>
/// <param name="Roles">Role names in the order of the join table.</param>
/// <param name="DefaultRole">The role marked as default, null when none is.</param>
public sealed record CurrentUser(long Id, JsonElement Record, IReadOnlyList<string> Roles, string? DefaultRole);
