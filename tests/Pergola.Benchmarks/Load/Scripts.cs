namespace Pergola.Benchmarks.Load;

/// <summary>What wrk sends, as Lua: one file per scenario and server.</summary>
internal sealed class Scripts(string folder, int rows)
{
    public string Get(bool product) =>
        Write(
            product ? "get-product" : "get-baseline",
            $"request = function() return wrk.format('GET', '{(product ? "/api/bench:get?filterByTk=" : "/get?id=")}' .. math.random(1, {rows})) end"
        );

    public string List(bool product, bool count)
    {
        var path = (product, count) switch
        {
            (true, true) => "/api/bench:list?pageSize=20&sort=email&page=",
            (true, false) => "/api/bench:list?pageSize=20&sort=email&count=none&page=",
            (false, true) => "/list-count?page=",
            _ => "/list?page=",
        };
        return Write(
            $"list-{(product ? "product" : "baseline")}-{count}",
            $"request = function() return wrk.format('GET', '{path}' .. math.random(1, 50)) end"
        );
    }

    /// <summary>Each run draws its own prefix, so that no e-mail address comes twice.</summary>
    public string Create(bool product) =>
        Write(
            product ? "create-product" : "create-baseline",
            $$"""
            local n = 0
            local prefix = '{{Guid.NewGuid():N}}'
            wrk.headers['Content-Type'] = 'application/json'
            request = function()
              n = n + 1
              local body = '{"name":"New person","email":"' .. prefix .. n .. '@example.com","age":41,"active":true,"score":1.5}'
              return wrk.format('POST', '{{(product ? "/api/bench:create" : "/create")}}', nil, body)
            end
            """
        );

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name + ".lua");
        File.WriteAllText(path, text);
        return path;
    }
}
