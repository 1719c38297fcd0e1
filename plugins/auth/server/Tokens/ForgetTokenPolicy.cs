using Pergola.Data.Events;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>A changed policy holds from the next request on.</summary>
internal sealed class ForgetTokenPolicy(TokenPolicy policy) : IRecordHandler
{
    public ValueTask CommittedAsync(RecordChange change, CancellationToken cancellationToken)
    {
        policy.Forget();
        return ValueTask.CompletedTask;
    }
}
