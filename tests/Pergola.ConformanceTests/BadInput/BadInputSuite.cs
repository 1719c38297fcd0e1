using Pergola.ConformanceTests.BadInput.Cases;
using Pergola.Testing.Servers;
using Xunit;

namespace Pergola.ConformanceTests.BadInput;

/// <summary>Every bad request is refused with a 4xx that names what is at fault, and changes nothing.</summary>
[Trait("ASVS", "V5")]
public abstract class BadInputSuite(SharedServers servers, BadInputSuite.Target target, string dialect)
{
    public static TheoryData<string> Names { get; } = [.. AllCases.Requests.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_refused(string name)
    {
        Assert.SkipWhen(SharedServers.SkipReason(dialect) is not null, SharedServers.SkipReason(dialect) ?? "");
        var cancellationToken = TestContext.Current.CancellationToken;
        var server = await servers.GetAsync(dialect);
        var data = await target.DataAsync(server.Client, cancellationToken);
        var bad = AllCases.Requests[name];

        var answer = await server.Client.SendAsync(bad.Request, cancellationToken);
        var (before, after) = await target.CompareAsync(data, cancellationToken);

        Assert.True(answer.Status is >= 400 and < 500, $"{bad.Request.Target} {bad.Request.Body}: {answer}");
        Assert.True(bad.Status is null || bad.Status == answer.Status, $"expected {bad.Status}: {answer}");
        Assert.True(HasForm(answer, bad), $"wrong form: {answer}");
        Assert.Contains(bad.Named ?? "", answer.Messages ?? "");
        Assert.Equal(before, after);
    }

    private static bool HasForm(ApiAnswer answer, BadRequest bad) =>
        bad.IsBare ? answer.Text is ""
        : bad.IsPlain ? answer.Text is "Not Found"
        : answer.Messages is not null;

    /// <summary>The data of one server, made once, and how it looked after the last request.</summary>
    public sealed class Target
    {
        private string? _fingerprint;

        internal async Task<BadInputData> DataAsync(ApiClient client, CancellationToken cancellationToken)
        {
            var data = new BadInputData(client);
            if (_fingerprint is null)
            {
                await data.RestoreAsync(cancellationToken);
                _fingerprint = await data.FingerprintAsync(cancellationToken);
            }

            return data;
        }

        /// <summary>How it was and how it is; after a change the next test starts anew.</summary>
        internal async Task<(string? Before, string After)> CompareAsync(
            BadInputData data,
            CancellationToken cancellationToken
        )
        {
            var before = _fingerprint;
            var after = await data.FingerprintAsync(cancellationToken);
            _fingerprint = before == after ? after : null;
            return (before, after);
        }
    }
}

public sealed class SqliteBadInputTests(SharedServers servers, BadInputSuite.Target target)
    : BadInputSuite(servers, target, "sqlite"),
        IClassFixture<BadInputSuite.Target>;

public sealed class PostgresBadInputTests(SharedServers servers, BadInputSuite.Target target)
    : BadInputSuite(servers, target, "postgres"),
        IClassFixture<BadInputSuite.Target>;
