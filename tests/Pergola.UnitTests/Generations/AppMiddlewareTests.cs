using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Pergola.Hosting.Apps;
using Pergola.Hosting.Cluster;
using Pergola.Hosting.Configuration;
using Pergola.Hosting.Generations;
using Pergola.Hosting.Health;

namespace Pergola.UnitTests.Generations;

public sealed class AppMiddlewareTests : IDisposable
{
    private readonly NodeLease _lease = new(TimeProvider.System);
    private readonly GenerationSwitch _generations = new(NullLogger<GenerationSwitch>.Instance);
    private readonly ApplicationLifetime _lifetime = new(NullLogger<ApplicationLifetime>.Instance);

    public void Dispose() => _generations.Dispose();

    [Fact]
    public async Task An_app_that_starts_says_when_to_come_back()
    {
        var (http, error) = await AskAsync("/api/users:list");
        Assert.Equal((503, "APP_INITIALIZING"), (http.Response.StatusCode, error.GetProperty("code").GetString()));
        Assert.Equal(503, error.GetProperty("status").GetInt32());
        Assert.Equal("application main is initializing", error.GetProperty("message").GetString());
        Assert.True(error.GetProperty("maintaining").GetBoolean());
        Assert.Equal("2", http.Response.Headers.RetryAfter);
    }

    [Fact]
    public async Task An_app_that_has_stopped_says_so()
    {
        _lifetime.StopApplication();
        var (http, error) = await AskAsync("/api/__health_check");
        Assert.Equal((503, "APP_STOPPED"), (http.Response.StatusCode, error.GetProperty("code").GetString()));
    }

    [Theory]
    [InlineData("/api/users:list", "shop")]
    [InlineData("/api/__app/shop/users:list", null)]
    [InlineData("/api/__app/shop", null)]
    public async Task An_unknown_app_is_not_found(string path, string? header)
    {
        var (http, error) = await AskAsync(path, header);
        Assert.Equal((404, "APP_NOT_FOUND"), (http.Response.StatusCode, error.GetProperty("code").GetString()));
        Assert.Contains("shop", error.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_below_the_api_is_for_others()
    {
        var http = Request("/index.html", app: null);
        var passed = false;
        await Middleware(() => passed = true).InvokeAsync(http);
        Assert.True(passed);
    }

    [Fact]
    public async Task Who_may_be_out_of_step_serves_nothing_until_a_renewal()
    {
        var clock = TimeProvider.System;
        _lease.Begin();
        Assert.False(_lease.IsHeld);
        Assert.False(await _lease.WaitAsync(TimeSpan.FromMilliseconds(20), TestContext.Current.CancellationToken));
        var waiting = _lease.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
        _lease.Renew(clock.GetTimestamp(), TimeSpan.FromMinutes(1));
        Assert.True(await waiting);

        // What was asked for before a freeze says nothing of what happened during it.
        _lease.Renew(clock.GetTimestamp() - (2 * clock.TimestampFrequency), TimeSpan.FromSeconds(2));
        Assert.False(_lease.IsHeld);
    }

    [Fact]
    public void Ready_is_who_serves_and_was_not_told_to_stop()
    {
        var readiness = new Readiness(_generations, _lease, _lifetime);
        Assert.False(readiness.IsReady);
        _lifetime.StopApplication();
        Assert.True(readiness.IsStopping);
        Assert.False(readiness.IsReady);
    }

    private static DefaultHttpContext Request(string path, string? app)
    {
        var http = new DefaultHttpContext();
        http.Request.Method = "GET";
        http.Request.Path = path;
        http.Features.Get<IHttpRequestFeature>()!.RawTarget = path;
        http.Response.Body = new MemoryStream();
        if (app is not null)
        {
            http.Request.Headers["X-App"] = app;
        }

        return http;
    }

    private async Task<(HttpContext Http, JsonElement Error)> AskAsync(string path, string? app = null)
    {
        var http = Request(path, app);
        await Middleware(() => Assert.Fail("The request was passed on.")).InvokeAsync(http);
        await http.Response.BodyWriter.FlushAsync(TestContext.Current.CancellationToken);
        var body = Encoding.UTF8.GetString(((MemoryStream)http.Response.Body).ToArray());
        return (http, JsonElement.Parse(body).GetProperty("error"));
    }

    private AppMiddleware Middleware(Action passOn) =>
        new(
            _ =>
            {
                passOn();
                return Task.CompletedTask;
            },
            new HttpOptions(),
            _generations,
            new Readiness(_generations, _lease, _lifetime),
            _lease
        );
}
