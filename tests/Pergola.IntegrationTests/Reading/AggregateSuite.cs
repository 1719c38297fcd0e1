using System.Buffers;
using System.Text;
using System.Text.Json;
using Pergola.Core.Errors;
using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>Grouped values, the same on every database.</summary>
public abstract class AggregateSuite(DatabaseFixture fixture) : ReadingSuite(fixture)
{
    protected override IReadOnlyList<string> Definitions =>
        [
            """
                {"name":"$sales","timestamps":false,"fields":[
                  {"name":"shop","type":"string"},{"name":"pieces","type":"integer"},{"name":"total","type":"bigInt"},
                  {"name":"price","type":"decimal"},{"name":"weight","type":"double"},{"name":"paid","type":"boolean"},
                  {"name":"at","type":"date"},{"name":"day","type":"dateOnly"},{"name":"wall","type":"datetimeNoTz"},
                  {"name":"tags","type":"array"},{"name":"info","type":"json"},
                  {"name":"customer","type":"belongsTo","target":"$customers","foreignKey":"customerId"}]}
                """,
            """
                {"name":"$customers","timestamps":false,"fields":[{"name":"name","type":"string"},
                  {"name":"sales","type":"hasMany","target":"$sales","foreignKey":"customerId"}]}
                """,
        ];

    [Theory]
    // Functions over everything; nothing counts where there is nothing.
    [InlineData("""{"measures":[{"field":"id","aggregation":"count","alias":"n"}]}""", "[{'n':5}]")]
    [InlineData("""{"measures":[{"field":"pieces","aggregation":"count","alias":"n"}]}""", "[{'n':4}]")]
    [InlineData(
        """{"measures":[{"field":"pieces","aggregation":"sum","alias":"s"},{"field":"pieces","aggregation":"avg","alias":"a"},{"field":"pieces","aggregation":"min","alias":"l"},{"field":"pieces","aggregation":"max","alias":"g"}]}""",
        "[{'s':10,'a':2.5,'l':1,'g':5}]"
    )]
    [InlineData(
        """{"measures":[{"field":"weight","aggregation":"sum","alias":"s"},{"field":"weight","aggregation":"avg","alias":"a"},{"field":"weight","aggregation":"max","alias":"g"}]}""",
        "[{'s':4.5,'a':1.5,'g':2.25}]"
    )]
    // Exact numbers, however long; larger ones are not smaller because they begin with a one.
    [InlineData(
        """{"measures":[{"field":"price","aggregation":"sum","alias":"s"},{"field":"price","aggregation":"min","alias":"l"},{"field":"price","aggregation":"max","alias":"g"}]}""",
        "[{'s':12345678901234567923.37,'l':-0.2,'g':12345678901234567890.12}]"
    )]
    // Beyond 64 bits.
    [InlineData("""{"measures":[{"field":"total","aggregation":"sum","alias":"s"}]}""", "[{'s':18446744073709551619}]")]
    [InlineData(
        """{"measures":[{"field":"at","aggregation":"min","alias":"l"},{"field":"day","aggregation":"max","alias":"g"},{"field":"wall","aggregation":"min","alias":"w"},{"field":"shop","aggregation":"max","alias":"t"}]}""",
        "[{'l':'2023-12-31T23:30:00.000Z','g':'2024-05-06','w':'2024-01-01 10:00:00','t':'c'}]"
    )]
    [InlineData(
        """{"measures":[{"field":"pieces","aggregation":"sum","alias":"s"},{"field":"price","aggregation":"avg","alias":"a"},{"field":"id","aggregation":"count","alias":"n"},{"field":"at","aggregation":"max","alias":"m"}],"filter":{"id":-1}}""",
        "[{'s':null,'a':null,'n':0,'m':null}]"
    )]
    [InlineData(
        """{"measures":[{"field":"price","aggregation":"avg","alias":"a"}],"filter":{"shop":"a"}}""",
        "[{'a':15.125}]"
    )]
    // Equal values once.
    [InlineData(
        """{"measures":[{"field":"pieces","aggregation":"count","distinct":true,"alias":"n"},{"field":"pieces","aggregation":"sum","distinct":true,"alias":"s"},{"field":"shop","aggregation":"count","distinct":true,"alias":"t"},{"field":"tags","aggregation":"count","distinct":true,"alias":"u"}]}""",
        "[{'n':3,'s':8,'t':3,'u':2}]"
    )]
    public async Task Measures_without_dimensions_are_one_row(string body, string expected)
    {
        await StartSalesAsync();

        Assert.Equal(expected, await AggregateAsync("sales", body));
    }

    [Theory]
    [InlineData(
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"shop"}]}""",
        "[{'n':2,'shop':'a'},{'n':1,'shop':'b'},{'n':1,'shop':'c'},{'n':1,'shop':null}]"
    )]
    [InlineData(
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"customer.name"}]}""",
        "[{'n':2,'customer.name':'Ann'},{'n':1,'customer.name':'Bo'},{'n':2,'customer.name':null}]"
    )]
    [InlineData(
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":["customer","name"],"alias":"c"}],"orders":[{"alias":"n","order":"desc"},{"field":"customer.name","order":"desc"}]}""",
        "[{'n':2,'c':'Ann'},{'n':2,'c':null},{'n':1,'c':'Bo'}]"
    )]
    [InlineData(
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"shop"}],"orders":[{"field":"shop","order":"desc","nulls":"first"}],"limit":2}""",
        "[{'n':1,'shop':null},{'n':1,'shop':'c'}]"
    )]
    [InlineData(
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"shop"}],"limit":2,"offset":1}""",
        "[{'n':1,'shop':'b'},{'n':1,'shop':'c'}]"
    )]
    [InlineData(
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"paid"}]}""",
        "[{'n':1,'paid':false},{'n':2,'paid':true},{'n':2,'paid':null}]"
    )]
    // Exact numbers in the order of their values, not of their digits.
    [InlineData(
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"price"}],"orders":[{"field":"price","order":"desc"}],"limit":3}""",
        "[{'n':1,'price':12345678901234567890.12},{'n':1,'price':20.25},{'n':1,'price':10}]"
    )]
    [InlineData(
        """{"measures":[{"field":"price","aggregation":"sum","alias":"s"}],"dimensions":[{"field":"shop"}],"orders":[{"alias":"s","order":"asc"}]}""",
        "[{'s':-0.2,'shop':'c'},{'s':3.2,'shop':null},{'s':30.25,'shop':'a'},{'s':12345678901234567890.12,'shop':'b'}]"
    )]
    [InlineData(
        """{"measures":[{"field":"price","aggregation":"max","alias":"g"}],"dimensions":[{"field":"shop"}],"orders":[{"alias":"g","order":"desc"}],"limit":2}""",
        "[{'g':12345678901234567890.12,'shop':'b'},{'g':20.25,'shop':'a'}]"
    )]
    // Documents.
    [InlineData(
        """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"tags"}],"filter":{"tags.$notEmpty":true}}""",
        "[{'n':2,'tags':['x','y']}]"
    )]
    public async Task Dimensions_make_groups(string body, string expected)
    {
        await StartSalesAsync();

        Assert.Equal(expected, await AggregateAsync("sales", body));
    }

    [Theory]
    [InlineData("""{"n":2}""", "a")]
    [InlineData("""{"n":{"$gt":1}}""", "a")]
    [InlineData("""{"n":{"$ne":2}}""", "b -")]
    [InlineData("""{"n":{"$gte":1,"$lt":2}}""", "b -")]
    [InlineData("""{"s":{"$gt":30.2}}""", "a b")]
    [InlineData("""{"s":30.25}""", "a")]
    [InlineData("""{"g":{"$lte":20.25}}""", "a -")]
    [InlineData("""{"$and":[{"n":{"$gt":1}},{"s":{"$gt":10}}]}""", "a")]
    [InlineData("""{"shop":{"$gte":"b"}}""", "b")]
    [InlineData("""{"shop":{"$ne":"b"}}""", "a")]
    [InlineData("""{}""", "a b -")]
    public async Task Conditions_choose_groups(string having, string expected)
    {
        await StartSalesAsync();
        var rows = await AggregateAsync(
            "sales",
            """{"measures":[{"field":"id","aggregation":"count","alias":"n"},{"field":"price","aggregation":"sum","alias":"s"},{"field":"price","aggregation":"max","alias":"g"}],"dimensions":[{"field":"shop"}],"filter":{"id.$ne":4},"having":"""
                + having
                + "}"
        );

        var shops = JsonText
            .Parse(rows.Replace('\'', '"'))
            .EnumerateArray()
            .Select(r => r.GetProperty("shop").GetString() ?? "-");
        Assert.Equal(expected, string.Join(' ', shops));
    }

    [Theory]
    [InlineData("""{"day":{"$gte":"2024-05-06"}}""", 2)]
    [InlineData("""{"at":{"$lt":"2024-01-01T00:00:00.000Z"}}""", 1)]
    [InlineData("""{"wall":"2024-01-01 10:00:00"}""", 1)]
    [InlineData("""{"paid":true}""", 2)]
    [InlineData("""{"pieces":{"$gt":1.5}}""", 3)]
    [InlineData("""{"total":{"$gte":9223372036854775807}}""", 2)]
    [InlineData("""{"price":{"$gt":"12345678901234567890.11"}}""", 1)]
    [InlineData("""{"price":{"$gt":9.5}}""", 3)]
    [InlineData("""{"weight":2.25}""", 1)]
    [InlineData("""{"y":"2023"}""", 1)]
    public async Task Conditions_on_plain_values_are_of_their_type(string having, int count)
    {
        await StartSalesAsync();
        var columns = new[] { "day", "at", "wall", "paid", "pieces", "total", "price", "weight" };
        var dimensions = string.Join(',', columns.Select(c => $$"""{"field":"{{c}}"}"""));
        const string year = """{"field":"at","format":"YYYY","alias":"y"}""";

        foreach (var measure in (string[])["", """{"field":"id","aggregation":"count","alias":"n"}"""])
        {
            var rows = await AggregateAsync(
                "sales",
                $$"""{"measures":[{{measure}}],"dimensions":[{{dimensions}},{{year}}],"having":{{having}}}"""
            );
            Assert.Equal(count, JsonText.Parse(rows.Replace('\'', '"')).GetArrayLength());
        }
    }

    [Theory]
    // Instants are seen in the zone that was asked for; days and wall times are not moved.
    [InlineData("at", "YYYY-MM", 0, "2023-12:1 2024-01:1 2024-05:2 -:1")]
    [InlineData("at", "YYYY-MM", 60, "2024-01:2 2024-05:2 -:1")]
    [InlineData("at", "YYYY-MM", -540, "2023-12:2 2024-05:2 -:1")]
    [InlineData(
        "at",
        "YYYY-MM-DDThh:mm:ss",
        330,
        "2024-01-01T05:00:00:1 2024-01-01T05:30:00:1 2024-05-06T12:38:09:2 -:1"
    )]
    [InlineData("at", "HH", -210, "03:2 20:2 -:1")]
    [InlineData("day", "YYYY/MM/DD", 840, "2024/01/01:1 2024/05/06:2 -:2")]
    [InlineData("wall", "DD.MM.YYYY hh:mm", 840, "01.01.2024 10:00:1 -:4")]
    [InlineData("at", "ssss", 0, "0000:2 0909:2 -:1")]
    [InlineData("at", "YYYYMMDD", 0, "20231231:1 20240101:1 20240506:2 -:1")]
    [InlineData("at", "YYYY YYYY", 0, "2023 2023:1 2024 2024:3 -:1")]
    public async Task Dates_are_grouped_by_their_format(string field, string format, int minutes, string expected)
    {
        await StartSalesAsync();
        var rows = await AggregateAsync(
            "sales",
            $$"""{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"dimensions":[{"field":"{{field}}","format":"{{format}}","alias":"d"}]}""",
            TimeSpan.FromMinutes(minutes)
        );

        var groups = JsonText.Parse(rows.Replace('\'', '"')).EnumerateArray();
        var shown = groups.Select(g => $"{g.GetProperty("d").GetString() ?? "-"}:{g.GetProperty("n").GetInt32()}");
        Assert.Equal(expected, string.Join(' ', shown));
    }

    [Fact]
    public async Task Without_functions_rows_are_listed()
    {
        await StartSalesAsync();

        Assert.Equal(
            "[{'pieces':5,'shop':'b'},{'pieces':2,'shop':'a'},{'pieces':2,'shop':'c'},{'pieces':1,'shop':'a'},{'pieces':null,'shop':null}]",
            await AggregateAsync(
                "sales",
                """{"measures":[{"field":"pieces"}],"dimensions":[{"field":"shop"}],"orders":[{"field":"pieces","order":"desc"}]}"""
            )
        );
        Assert.Equal(
            "[{'info':{'a':1}}]",
            await AggregateAsync("sales", """{"measures":[{"field":"info"}],"filter":{"id":1}}""")
        );
    }

    [Fact]
    public async Task Filters_over_relations_do_not_multiply()
    {
        await StartSalesAsync();

        Assert.Equal(
            "[{'n':1}]",
            await AggregateAsync(
                "customers",
                """{"measures":[{"field":"id","aggregation":"count","alias":"n"}],"filter":{"sales.pieces.$gt":0,"name":"Ann"}}"""
            )
        );
        Assert.Equal(
            "[{'s':3}]",
            await AggregateAsync(
                "customers",
                """{"measures":[{"field":"sales.pieces","aggregation":"sum","alias":"s"}],"filter":{"name":"Ann"}}"""
            )
        );
    }

    [Fact]
    public async Task Everything_that_may_be_asked_runs()
    {
        await StartSalesAsync();
        string[] functions = ["sum", "avg", "min", "max", "count"];
        foreach (var column in Collection("sales").Columns)
        {
            foreach (var function in functions)
            {
                foreach (var distinct in (string[])["true", "false"])
                {
                    await TryAsync(
                        $$$"""{"measures":[{"field":"{{{column.Name}}}","aggregation":"{{{function}}}","distinct":{{{distinct}}},"alias":"m"}],"dimensions":[{"field":"shop"}],"orders":[{"alias":"m","order":"desc"}],"having":{"m":{"$gt":1} }}"""
                    );
                }
            }

            await TryAsync(
                $$"""{"measures":[{"field":"id","aggregation":"count"}],"dimensions":[{"field":"{{column.Name}}","alias":"d"}],"orders":[{"alias":"d"}]}"""
            );
            await TryAsync($$"""{"measures":[{"field":"{{column.Name}}"}],"orders":[{"field":"{{column.Name}}"}]}""");
            await TryAsync(
                $$$"""{"dimensions":[{"field":"{{{column.Name}}}"}],"having":{"{{{column.Name}}}":"2024-05-06"} }"""
            );
        }
    }

    /// <summary>Refused by the parser or answered by the database; a failure of the database is a failure.</summary>
    private async Task TryAsync(string body)
    {
        AggregateQuery query;
        try
        {
            query = Aggregate("sales", body);
        }
        catch (Exception refused) when (refused is BadRequestException or ValidationException)
        {
            return;
        }

        Assert.StartsWith("[", await AggregateAsync(query, TimeSpan.Zero), StringComparison.Ordinal);
    }

    private Task<string> AggregateAsync(string collection, string body, TimeSpan offset = default) =>
        AggregateAsync(Aggregate(collection, body), offset);

    private async Task<string> AggregateAsync(AggregateQuery query, TimeSpan offset)
    {
        var output = new ArrayBufferWriter<byte>();
        await using (var json = new Utf8JsonWriter(output, JsonText.Writer))
        {
            await new AggregateReader(Database).ReadAsync(query, offset, json, Cancelled);
        }

        // Documents keep the blanks of the database they come from.
        return Encoding
            .UTF8.GetString(output.WrittenSpan)
            .Replace('"', '\'')
            .Replace("', '", "','", StringComparison.Ordinal);
    }

    private async Task StartSalesAsync()
    {
        await StartAsync();
        await FillAsync("customers", """{"id":1,"name":"Ann"}""", """{"id":2,"name":"Bo"}""");
        await FillAsync(
            "sales",
            """{"id":1,"shop":"a","pieces":1,"total":9223372036854775807,"price":"10","weight":2.25,"paid":true,"at":"2023-12-31T23:30:00.000Z","day":"2024-05-06","wall":"2024-01-01 10:00:00","tags":["y","x"],"info":{"a":1},"customerId":1}""",
            """{"id":2,"shop":"a","pieces":2,"total":9223372036854775807,"price":"20.25","weight":2,"paid":true,"at":"2024-01-01T00:00:00.000Z","day":"2024-05-06","tags":["x","y"],"customerId":1}""",
            """{"id":3,"shop":"b","pieces":5,"total":5,"price":"12345678901234567890.12","weight":0.25,"paid":false,"at":"2024-05-06T07:08:09.123Z","day":"2024-01-01","tags":[],"customerId":2}""",
            """{"id":4,"shop":"c","pieces":2,"total":null,"price":"-0.2","at":"2024-05-06T07:08:09.999Z"}""",
            """{"id":5,"shop":null,"price":"3.20"}"""
        );
    }
}

public sealed class SqliteAggregateTests(SqliteFixture fixture) : AggregateSuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlAggregateTests(PostgreSqlFixture fixture)
    : AggregateSuite(fixture),
        IClassFixture<PostgreSqlFixture>;
