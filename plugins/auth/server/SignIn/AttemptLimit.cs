using Pergola.App.Auth;
using Pergola.Core.Cluster.Caching;
using Pergola.Core.Errors;

namespace Pergola.Plugins.Auth.SignIn;

/// <summary>
/// The limits of <see cref="SignInThrottle"/> for all nodes together: whoever guesses at several gains nothing. Should the
/// shared counters be away, each node counts for itself.
/// </summary>
internal sealed class AttemptLimit(SignInThrottle own, ICache cache)
{
    private static readonly CounterLife Life = new(SignInThrottle.Window);

    /// <exception cref="TooManyRequestsException">Too many failures lately.</exception>
    public async ValueTask BeginAsync(string account, string address, CancellationToken cancellationToken)
    {
        own.Begin(account, address);
        await CountAsync(SignInThrottle.AccountKey(account), SignInThrottle.PerAccount, cancellationToken);
        await CountAsync(SignInThrottle.AddressKey(address), SignInThrottle.PerAddress, cancellationToken);
    }

    /// <summary>The right password clears the account, and takes its own attempt off the address.</summary>
    public async ValueTask SucceedAsync(string account, string address, CancellationToken cancellationToken)
    {
        own.Succeed(account, address);
        try
        {
            await cache.RemoveAsync(KeyOf(SignInThrottle.AccountKey(account)), cancellationToken);
            await cache.CountAsync(KeyOf(SignInThrottle.AddressKey(address)), -1, Life, cancellationToken);
        }
        catch (UnavailableException)
        {
            // What was counted there is forgotten within the window by itself.
        }
    }

    private async ValueTask CountAsync(string key, int limit, CancellationToken cancellationToken)
    {
        CacheCount count;
        try
        {
            count = await cache.CountAsync(KeyOf(key), 1, Life, cancellationToken);
        }
        catch (UnavailableException)
        {
            // This node has counted already.
            return;
        }

        if (count.Value > limit)
        {
            throw SignInThrottle.TooMany(count.Left);
        }
    }

    private static CacheKey KeyOf(string key) => new("main", "attempts", key);
}
