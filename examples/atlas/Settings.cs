using System.Diagnostics.CodeAnalysis;

namespace Atlas;

/// <summary>Where the server and the data are: an argument, else a variable, else the default.</summary>
internal sealed record Settings(Uri Server, string Account, string Password, string Data)
{
    public const string Usage = """
        Models the world's countries, subdivisions, languages and currencies and loads them over HTTP.

          --url       API address       ATLAS_URL       http://localhost:13000/api
          --account   e-mail or name    ATLAS_ACCOUNT   admin@nocobase.com
          --password                    ATLAS_PASSWORD  admin123
          --data      iso-codes folder  ATLAS_DATA      /usr/share/iso-codes/json
        """;

    public static Settings Read(IReadOnlyList<string> args)
    {
        var given = Pairs(args);
        string Value(string name, string fallback) =>
            given.GetValueOrDefault($"--{name}") ?? Variable($"ATLAS_{name.ToUpperInvariant()}") ?? fallback;

        var url = Value("url", "http://localhost:13000/api");
        return new(
            Uri.TryCreate(url.TrimEnd('/') + "/", UriKind.Absolute, out var server)
                ? server
                : throw new AtlasException($"{url} is not an address such as http://localhost:13000/api."),
            Value("account", "admin@nocobase.com"),
            Value("password", "admin123"),
            Value("data", "/usr/share/iso-codes/json")
        );
    }

    private static Dictionary<string, string> Pairs(IReadOnlyList<string> args)
    {
        var pairs = new Dictionary<string, string>();
        for (var i = 0; i < args.Count; i += 2)
        {
            if (args[i] is not ("--url" or "--account" or "--password" or "--data") || i + 1 == args.Count)
            {
                throw new AtlasException($"What is {args[i]}?\n\n{Usage}");
            }

            pairs[args[i]] = args[i + 1];
        }

        return pairs;
    }

    [SuppressMessage(
        "ApiDesign",
        "RS0030:Do not use banned APIs",
        Justification = "A program of its own that knows nothing of the platform and its EnvironmentMap."
    )]
    private static string? Variable(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
