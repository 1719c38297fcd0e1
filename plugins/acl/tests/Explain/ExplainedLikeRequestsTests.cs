using System.Text.Json;

namespace Pergola.Plugins.Acl.Tests.Explain;

/// <summary>What is explained of somebody is what their own requests get.</summary>
public sealed class ExplainedLikeRequestsTests
{
    [Theory]
    [OnEveryDatabase]
    public async Task Everybody_gets_what_is_explained_of_them(Backend backend)
    {
        await using var office = await ExplainedOffice.OpenAsync(backend);
        var wrong = new List<string>();
        var compared = 0;
        foreach (
            var (mode, asked) in new[]
            {
                ("default", null),
                ("allow-use-union", null),
                ("allow-use-union", "__union__"),
                ("only-use-union", (string?)null),
            }
        )
        {
            await office.Office.DoAsync("roles:setSystemRoleMode", new { roleMode = mode });
            foreach (var person in office.People)
            {
                foreach (var difference in await CompareAsync(office, person, asked))
                {
                    compared++;
                    if (difference is not null)
                    {
                        wrong.Add($"{mode} {asked} {person}: {difference}");
                    }
                }
            }
        }

        Assert.True(compared > 700, $"{compared} compared");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {compared}:\n{string.Join('\n', wrong)}");
    }

    [Theory]
    [OnEveryDatabase]
    public async Task A_role_is_explained_as_if_it_were_the_one_they_act_as(Backend backend)
    {
        await using var office = await ExplainedOffice.OpenAsync(backend);
        foreach (var role in new[] { "viewer", "owner" })
        {
            foreach (var difference in await CompareAsync(office, "viewer_owner", role))
            {
                Assert.True(difference is null, $"{role}: {difference}");
            }
        }
    }

    /// <summary>One entry for each thing that was compared; null where both say the same.</summary>
    private static async Task<IReadOnlyList<string?>> CompareAsync(ExplainedOffice office, string person, string? role)
    {
        (string, string)[] headers = role is null
            ? [office.TokenOf(person)]
            : [office.TokenOf(person), ("X-Role", role)];
        var found = new List<string?>();
        foreach (var collection in new[] { "clients", "remarks", "users", "roles", "departments", "rolesUsers" })
        {
            var view = ExplainedOffice.ActionOf(await office.ExplainAsync(person, collection, role: role), "view");
            var (status, _) = await office.Office.App.SendAsync("GET", $"{collection}:list", null, headers);
            found.Add(Difference($"{collection}:list", Allowed(view), status == 200));
        }

        // Nobody is left there who could not be found any more.
        foreach (var collection in new[] { "users", "roles", "departments" })
        {
            foreach (var action in new[] { "update", "destroy" })
            {
                var one = ExplainedOffice.ActionOf(await office.ExplainAsync(person, collection, role: role), action);
                var (status, _) = await office.Office.App.SendAsync(
                    "POST",
                    $"{collection}:{action}?filterByTk=987654",
                    new { },
                    headers
                );
                found.Add(Difference($"{collection}:{action}", Allowed(one), status is 200 or 404));
            }
        }

        foreach (var (isOwn, isCheap) in new[] { (true, true), (true, false), (false, true), (false, false) })
        {
            var bill = await office.BillAsync(isOwn ? office.IdOf(person) : 1, isCheap);
            var explained = await office.ExplainAsync(person, "bills", bill, role);
            var which = $"{(isOwn ? "own" : "foreign")} {(isCheap ? "cheap" : "dear")}";
            found.Add(await SeesAsync(office, explained, headers, bill, which));
            found.Add(await ChangesAsync(office, explained, headers, bill, which));
            found.Add(await DeletesAsync(office, explained, headers, bill, which));
        }

        found.Add(await MakesAsync(office, await office.ExplainAsync(person, "bills", role: role), headers));
        return found;
    }

    private static async Task<string?> SeesAsync(
        ExplainedOffice office,
        JsonElement explained,
        (string, string)[] headers,
        long bill,
        string which
    )
    {
        var view = ExplainedOffice.ActionOf(explained, "view");
        var (status, answer) = await office.Office.App.SendAsync(
            "GET",
            $"bills:get?filterByTk={bill}&appends=client,notes",
            null,
            headers
        );
        var isSeen = status == 200 && answer.GetProperty("data") is { ValueKind: JsonValueKind.Object };
        if (Difference($"see {which}", IsWithin(view), isSeen) is { } difference)
        {
            return difference;
        }

        if (!isSeen)
        {
            return null;
        }

        var hidden = view.GetProperty("hidden").EnumerateArray().Select(f => f.GetString()!).ToList();
        var expected = office
            .Office.App.Schema["bills"]
            .Columns.Select(c => c.Name)
            .Concat(["client", "notes"])
            .Except(hidden, StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var shown = answer.GetProperty("data").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
        return Difference($"fields of {which}", string.Join(' ', expected), string.Join(' ', shown));
    }

    private static async Task<string?> ChangesAsync(
        ExplainedOffice office,
        JsonElement explained,
        (string, string)[] headers,
        long bill,
        string which
    )
    {
        var update = ExplainedOffice.ActionOf(explained, "update");
        await office.Office.App.SendAsync(
            "POST",
            $"bills:update?filterByTk={bill}",
            new { title = "after", secret = "after" },
            headers
        );
        var stored = await office.Office.GetAsync(office.Office.Root, $"bills:get?filterByTk={bill}");
        return Difference(
            $"edit {which}",
            IsWithin(update) ? Written(update) : "",
            string.Join(' ', Given.Where(f => stored.GetProperty(f).GetString() == "after"))
        );
    }

    private static async Task<string?> DeletesAsync(
        ExplainedOffice office,
        JsonElement explained,
        (string, string)[] headers,
        long bill,
        string which
    )
    {
        await office.Office.App.SendAsync("POST", $"bills:destroy?filterByTk={bill}", null, headers);
        var (_, left) = await office.Office.App.SendAsync(
            "GET",
            $"bills:get?filterByTk={bill}",
            null,
            office.Office.Root
        );
        var isGone =
            left.ValueKind != JsonValueKind.Object || left.GetProperty("data").ValueKind != JsonValueKind.Object;
        return Difference($"delete {which}", IsWithin(ExplainedOffice.ActionOf(explained, "destroy")), isGone);
    }

    private static async Task<string?> MakesAsync(
        ExplainedOffice office,
        JsonElement explained,
        (string, string)[] headers
    )
    {
        var create = ExplainedOffice.ActionOf(explained, "create");
        var (status, answer) = await office.Office.App.SendAsync(
            "POST",
            "bills:create",
            new { title = "after", secret = "after" },
            headers
        );
        if (status != 200)
        {
            return Difference("create", Allowed(create), told: false);
        }

        var id = answer.GetProperty("data").GetProperty("id");
        var stored = await office.Office.GetAsync(office.Office.Root, $"bills:get?filterByTk={id}");
        return Difference(
            "create",
            Allowed(create) ? Written(create) : "nothing",
            string.Join(' ', Given.Where(f => stored.GetProperty(f).ToString() == "after"))
        );
    }

    private static readonly string[] Given = ["title", "secret"];

    private static string Written(JsonElement action) =>
        action.GetProperty("fields") is { ValueKind: JsonValueKind.Array } fields
            ? string.Join(' ', Given.Where(f => fields.EnumerateArray().Any(w => w.GetString() == f)))
            : string.Join(' ', Given);

    private static bool Allowed(JsonElement action) => action.GetProperty("isAllowed").GetBoolean();

    private static bool IsWithin(JsonElement action) =>
        action.GetProperty("record").GetProperty("isWithin").GetBoolean();

    private static string? Difference<T>(string what, T explained, T told) =>
        Equals(explained, told) ? null : $"{what}: explained as [{explained}], answered as [{told}]";
}
