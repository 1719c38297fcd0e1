using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Data.Events;
using Pergola.Data.Records;
using Pergola.Data.Schema;

namespace Pergola.Plugins.Auth.Tokens;

/// <summary>Refuses a policy with times that mean nothing; a changed one holds from the next request on.</summary>
internal sealed class CheckTokenPolicy(TokenPolicy policy) : IRecordHandler
{
    private static readonly string[] Positive = ["tokenExpirationTime", "sessionExpirationTime"];
    private const string RenewLimit = "expiredTokenRenewLimit";

    public ValueTask WrittenAsync(RecordChange change, WriteSession session, CancellationToken cancellationToken)
    {
        policy.ForgetWith(session.Transaction);
        if (change.Kind == ChangeKinds.Destroy)
        {
            return ValueTask.CompletedTask;
        }

        var config = change.Record.Get("config");
        foreach (var name in Positive)
        {
            Require(Read(config, name) > TimeSpan.Zero, name);
        }

        Require(Read(config, RenewLimit) is not null, RenewLimit);
        return ValueTask.CompletedTask;
    }

    private static TimeSpan? Read(JsonElement? config, string name) =>
        config?.Get(name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } value
        && Lifetime.TryParse(value.ToString(), out var lifetime)
            ? lifetime
            : null;

    private static void Require(bool isRight, string name)
    {
        if (!isRight)
        {
            throw new ValidationException("\"{name}\" must be a time such as 30m, 6h or 7d", [("name", name)], name);
        }
    }
}
