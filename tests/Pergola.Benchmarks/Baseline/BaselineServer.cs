using System.Buffers;
using System.Data;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;

namespace Pergola.Benchmarks.Baseline;

/// <summary>
/// What a careful developer writes by hand for one table: Kestrel without routing layers, prepared statements, one round
/// trip, columns by ordinal into a Utf8JsonWriter, and a count shared by the requests that wait for it.
/// </summary>
internal static class BaselineServer
{
    private const string Columns =
        "\"id\", \"name\", \"email\", \"age\", \"active\", \"score\", \"note\", \"createdAt\", \"updatedAt\"";

    private static readonly JsonWriterOptions Json = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static async Task RunAsync(string connectionString, int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));
        var app = builder.Build();
        var source = NpgsqlDataSource.Create(connectionString);
        var count = new SharedCount(source);
        app.Run(context => HandleAsync(context, source, count));
        await app.RunAsync();
    }

    private static Task HandleAsync(HttpContext context, NpgsqlDataSource source, SharedCount count) =>
        context.Request.Path.Value switch
        {
            "/get" => GetAsync(context, source),
            "/list" => ListAsync(context, source, null),
            "/list-count" => ListAsync(context, source, count),
            "/create" => CreateAsync(context, source),
            _ => NotFoundAsync(context),
        };

    private static Task NotFoundAsync(HttpContext context)
    {
        context.Response.StatusCode = 404;
        return Task.CompletedTask;
    }

    private static async Task GetAsync(HttpContext context, NpgsqlDataSource source)
    {
        var id = long.Parse(context.Request.Query["id"].ToString(), CultureInfo.InvariantCulture);
        await using var command = source.CreateCommand($"SELECT {Columns} FROM \"bench\" WHERE \"id\" = $1 LIMIT 1");
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = id });
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>(1024);
        await using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WritePropertyName("data"u8);
            if (await reader.ReadAsync(context.RequestAborted))
            {
                WriteRow(reader, json);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteEndObject();
        }

        await AnswerAsync(context, buffer);
    }

    private static async Task ListAsync(HttpContext context, NpgsqlDataSource source, SharedCount? count)
    {
        var page = int.Parse(context.Request.Query["page"].ToString(), CultureInfo.InvariantCulture);
        const int pageSize = 20;
        var counting = count?.CountAsync();
        var rows = 0;
        var buffer = new ArrayBufferWriter<byte>(8192);
        await using var json = new Utf8JsonWriter(buffer, Json);
        json.WriteStartObject();
        json.WriteStartArray("data"u8);
        await using (
            var command = source.CreateCommand($"SELECT {Columns} FROM \"bench\" ORDER BY \"email\" LIMIT $1 OFFSET $2")
        )
        {
            // Without a count one row more tells whether a next page exists.
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count is null ? pageSize + 1 : pageSize });
            command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = (page - 1L) * pageSize });
            await using var reader = await command.ExecuteReaderAsync(context.RequestAborted);
            while (await reader.ReadAsync(context.RequestAborted))
            {
                if (++rows <= pageSize)
                {
                    WriteRow(reader, json);
                }
            }
        }

        json.WriteEndArray();
        json.WriteStartObject("meta"u8);
        if (counting is null)
        {
            json.WriteBoolean("hasNext"u8, rows > pageSize);
        }
        else
        {
            var total = await counting.WaitAsync(context.RequestAborted);
            json.WriteNumber("count"u8, total);
            json.WriteNumber("totalPage"u8, (total + pageSize - 1) / pageSize);
        }

        json.WriteNumber("page"u8, page);
        json.WriteNumber("pageSize"u8, pageSize);
        json.WriteEndObject();
        json.WriteEndObject();
        await json.FlushAsync(context.RequestAborted);
        await AnswerAsync(context, buffer);
    }

    private static async Task CreateAsync(HttpContext context, NpgsqlDataSource source)
    {
        using var body = await JsonDocument.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted);
        var values = body.RootElement;
        var now = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using var command = source.CreateCommand(
            $"""
            INSERT INTO "bench" ("id", "name", "email", "age", "active", "score", "note", "createdAt", "updatedAt")
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $8) RETURNING {Columns}
            """
        );
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Random.Shared.NextInt64(1L << 40, 1L << 52) });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = values.GetProperty("name").GetString() });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = values.GetProperty("email").GetString() });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = values.GetProperty("age").GetInt32() });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = values.GetProperty("active").GetBoolean() });
        command.Parameters.Add(new NpgsqlParameter<double> { TypedValue = values.GetProperty("score").GetDouble() });
        command.Parameters.Add(new NpgsqlParameter { Value = DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        command.Parameters.Add(
            new NpgsqlParameter<DateTime> { TypedValue = now, NpgsqlDbType = NpgsqlDbType.TimestampTz }
        );
        await using var reader = await command.ExecuteReaderAsync(CommandBehavior.SingleRow, context.RequestAborted);
        await reader.ReadAsync(context.RequestAborted);
        var buffer = new ArrayBufferWriter<byte>(1024);
        await using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            json.WritePropertyName("data"u8);
            WriteRow(reader, json);
            json.WriteEndObject();
        }

        await AnswerAsync(context, buffer);
    }

    private static void WriteRow(NpgsqlDataReader reader, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("id"u8, reader.GetInt64(0));
        json.WriteString("name"u8, reader.GetString(1));
        json.WriteString("email"u8, reader.GetString(2));
        json.WriteNumber("age"u8, reader.GetInt32(3));
        json.WriteBoolean("active"u8, reader.GetBoolean(4));
        json.WriteNumber("score"u8, reader.GetDouble(5));
        if (reader.IsDBNull(6))
        {
            json.WriteNull("note"u8);
        }
        else
        {
            json.WriteString("note"u8, reader.GetString(6));
        }

        WriteTime(json, "createdAt"u8, reader.GetDateTime(7));
        WriteTime(json, "updatedAt"u8, reader.GetDateTime(8));
        json.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter json, ReadOnlySpan<byte> name, DateTime time)
    {
        Span<char> text = stackalloc char[32];
        time.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        json.WriteString(name, text[..length]);
    }

    private static async Task AnswerAsync(HttpContext context, ArrayBufferWriter<byte> buffer)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        context.Response.ContentLength = buffer.WrittenCount;
        await context.Response.BodyWriter.WriteAsync(buffer.WrittenMemory, context.RequestAborted);
    }
}
