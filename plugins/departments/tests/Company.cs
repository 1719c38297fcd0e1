using System.Text.Json;
using Pergola.Plugins.Acl.Tests;

namespace Pergola.Plugins.Departments.Tests;

/// <summary>An office with departments.</summary>
internal sealed class Company(Office office) : IAsyncDisposable
{
    public Office Office { get; } = office;

    public AppUnderTest App => Office.App;

    public (string, string) Root => Office.Root;

    public static async Task<Company> OpenAsync(Backend backend) => new(await Office.OpenAsync(backend));

    public async Task<long> FoundAsync(string title, long? parentId = null, string[]? roles = null) => (
            await Office.DoAsync(
                "departments:create",
                new
                {
                    title,
                    parentId,
                    roles = roles ?? [],
                }
            )
        ).GetProperty("id").GetInt64();

    public async Task<long> IdOfAsync(string username) =>
        (await Office.GetAsync(Root, $"users:list?filter[username]={username}"))[0].GetProperty("id").GetInt64();

    public Task JoinAsync(long department, params long[] users) =>
        Office.DoAsync($"departments/{department}/members:add", users);

    public Task LeaveAsync(long department, params long[] users) =>
        Office.DoAsync($"departments/{department}/members:remove", users);

    public async Task<long?> MainAsync(long user) =>
        (await Office.GetAsync(Root, $"users:get?filterByTk={user}")).TryGetProperty("mainDepartmentId", out var id)
            ? id.GetInt64()
            : null;

    public async Task<bool?> IsLeafAsync(long department) =>
        (await Office.GetAsync(Root, $"departments:get?filterByTk={department}")).GetProperty("isLeaf").GetBoolean();

    public async Task RefusesAsync(int status, (string, string) who, string path, object? body, string? field = null)
    {
        var (answered, answer) = await App.SendAsync("POST", path, body, who);
        Assert.True(status == answered, $"{path}: {answered} {answer}");
        if (field is not null)
        {
            Assert.Contains(field, answer.ToString(), StringComparison.OrdinalIgnoreCase);
        }
    }

    public ValueTask DisposeAsync() => Office.DisposeAsync();
}
