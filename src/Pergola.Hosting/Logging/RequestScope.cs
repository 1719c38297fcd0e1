using Microsoft.Extensions.Logging;

namespace Pergola.Hosting.Logging;

/// <summary>Marks what is logged on behalf of one request.</summary>
internal sealed record RequestScope(string Id)
{
    public static string? Find(IExternalScopeProvider? scopes)
    {
        var found = new Found();
        scopes?.ForEachScope(static (scope, state) => state.Id = (scope as RequestScope)?.Id ?? state.Id, found);
        return found.Id;
    }

    private sealed class Found
    {
        public string? Id { get; set; }
    }
}
