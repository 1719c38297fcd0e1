using Pergola.App.Auth;

namespace Pergola.Plugins.Auth.SignIn;

/// <summary>
/// Slows down guessing: 10 failures of an account or 100 of an address within 5 minutes refuse further attempts until the
/// oldest of them is past. An attempt counts as failed until it has succeeded, so that parallel ones gain nothing.
/// </summary>
internal sealed class SignInThrottle(TimeProvider clock)
{
    public const int PerAccount = 10;
    public const int PerAddress = 100;

    /// <summary>How long a failure counts.</summary>
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(5);

    private const int Remembered = 20_000;
    private const int LongestName = 128;
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, List<DateTimeOffset>> _attempts = new(StringComparer.Ordinal);

    /// <exception cref="TooManyRequestsException">Too many failures lately.</exception>
    public void Begin(string account, string address)
    {
        var now = clock.GetUtcNow();
        lock (_lock)
        {
            Check(AccountKey(account), PerAccount, now);
            Check(AddressKey(address), PerAddress, now);
            Add(AccountKey(account), now);
            Add(AddressKey(address), now);
        }
    }

    /// <summary>The right password clears the account, and takes its own attempt off the address.</summary>
    public void Succeed(string account, string address)
    {
        lock (_lock)
        {
            _attempts.Remove(AccountKey(account));
            if (_attempts.TryGetValue(AddressKey(address), out var times) && times.Count > 0)
            {
                times.RemoveAt(times.Count - 1);
            }
        }
    }

    // Names as long as a request may be would let callers choose how much memory this takes.
    public static string AccountKey(string account)
    {
        var name = account.ToLowerInvariant();
        return "account:" + (name.Length <= LongestName ? name : name[..LongestName]);
    }

    public static string AddressKey(string address) => "address:" + address;

    /// <param name="left">When the next attempt may be made.</param>
    public static TooManyRequestsException TooMany(TimeSpan left) =>
        new("Too many failed attempts. Please try again later.", "TOO_MANY_ATTEMPTS", left);

    private void Check(string key, int limit, DateTimeOffset now)
    {
        if (!_attempts.TryGetValue(key, out var times))
        {
            return;
        }

        times.RemoveAll(time => now - time >= Window);
        if (times.Count >= limit)
        {
            throw TooMany(times[0] + Window - now);
        }
    }

    private void Add(string key, DateTimeOffset now)
    {
        if (!_attempts.TryGetValue(key, out var times))
        {
            MakeRoom(now);
            _attempts[key] = times = [];
        }

        times.Add(now);
    }

    private void MakeRoom(DateTimeOffset now)
    {
        if (_attempts.Count < Remembered)
        {
            return;
        }

        foreach (var (key, times) in _attempts.ToList())
        {
            if (times.Count == 0 || now - times[^1] >= Window)
            {
                _attempts.Remove(key);
            }
        }

        if (_attempts.Count >= Remembered)
        {
            _attempts.RemoveAt(0);
        }
    }
}
