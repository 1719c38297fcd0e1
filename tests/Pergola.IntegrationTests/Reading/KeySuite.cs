using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.Data.Records;
using Pergola.IntegrationTests.Databases;

namespace Pergola.IntegrationTests.Reading;

/// <summary>Keys that are text, UUIDs, small numbers, or several columns.</summary>
public abstract class KeySuite(DatabaseFixture fixture) : ReadingSuite(fixture)
{
    private const string Red = "6f9619ff-8b86-d011-b42d-00c04fc964ff";
    private const string Blue = "7f9619ff-8b86-d011-b42d-00c04fc964ff";

    protected override IReadOnlyList<string> Definitions =>
        [
            """
                {"name":"$countries","autoGenId":false,"timestamps":false,"fields":[
                  {"name":"code","type":"string","primaryKey":true},
                  {"name":"cities","type":"hasMany","target":"$cities","foreignKey":"countryCode"}]}
                """,
            """
                {"name":"$cities","autoGenId":false,"timestamps":false,"fields":[
                  {"name":"no","type":"integer","primaryKey":true},{"name":"name","type":"string"},
                  {"name":"country","type":"belongsTo","target":"$countries","foreignKey":"countryCode"},
                  {"name":"teams","type":"belongsToMany","target":"$teams","through":"$cityTeams","foreignKey":"cityNo","otherKey":"teamId"}]}
                """,
            """
                {"name":"$teams","autoGenId":false,"timestamps":false,"fields":[
                  {"name":"id","type":"uuid","primaryKey":true},
                  {"name":"rival","type":"belongsTo","target":"$teams","foreignKey":"rivalId"},
                  {"name":"rivals","type":"hasMany","target":"$teams","foreignKey":"rivalId"}]}
                """,
            """
                {"name":"$cityTeams","autoGenId":false,"timestamps":false,"isThrough":true,"fields":[
                  {"name":"cityNo","type":"integer","isForeignKey":true},
                  {"name":"teamId","type":"uuid","autoFill":false,"isForeignKey":true}]}
                """,
            """
                {"name":"$stock","autoGenId":false,"timestamps":false,"fields":[
                  {"name":"shop","type":"string","primaryKey":true},{"name":"sku","type":"integer","primaryKey":true},
                  {"name":"city","type":"belongsTo","target":"$cities","foreignKey":"cityNo"},
                  {"name":"sales","type":"hasMany","target":"$sales","foreignKey":"shop","sourceKey":"shop"}]}
                """,
            """{"name":"$sales","timestamps":false,"fields":[{"name":"shop","type":"string"},{"name":"sum","type":"integer"}]}""",
            """
                {"name":"$owners","timestamps":false,"fields":[
                  {"name":"dog","type":"hasOne","target":"$dogs","foreignKey":"ownerId"},
                  {"name":"dogs","type":"hasMany","target":"$dogs","foreignKey":"ownerId"}]}
                """,
            """
                {"name":"$dogs","timestamps":false,"fields":[{"name":"ownerId","type":"integer"},
                  {"name":"owner","type":"belongsTo","target":"$owners","foreignKey":"ownerId"},
                  {"name":"kennel","type":"belongsTo","target":"$kennels","foreignKey":"kennelNo","targetKey":"no"}]}
                """,
            """
                {"name":"$kennels","timestamps":false,"fields":[{"name":"no","type":"integer"},{"name":"name","type":"string"}]}
                """,
        ];

    [Theory]
    [InlineData(
        "countries",
        "code,cities.name",
        "{'code':'dk','cities':[]},{'code':'se','cities':[{'name':'Lund'},{'name':'Umeå'}]}"
    )]
    [InlineData(
        "cities",
        "name,country.code,teams.id",
        $"{{'name':'Lund','country':{{'code':'se'}},'teams':[{{'id':'{Red}'}},{{'id':'{Blue}'}}]}},"
            + "{'name':'Umeå','country':{'code':'se'},'teams':[]},{'name':'Oz','country':null,'teams':[]}"
    )]
    [InlineData(
        "teams",
        "id,rivals.id",
        $"{{'id':'{Red}','rivals':[{{'id':'{Blue}'}}]}},{{'id':'{Blue}','rivals':[]}}"
    )]
    [InlineData(
        "stock",
        "sku,sales.sum,city.name",
        "{'sku':1,'city':{'name':'Lund'},'sales':[{'sum':5},{'sum':6}]},{'sku':2,'city':null,'sales':[{'sum':5},{'sum':6}]},{'sku':1,'city':null,'sales':[]}"
    )]
    public async Task Relations_meet_by_keys_of_every_type(string collection, string fields, string expected)
    {
        await StartPlacesAsync();

        Assert.Equal(expected, await ReadAsync(Query(collection, Parameters(fields))));
    }

    [Theory]
    [InlineData("teams", $"\"{Blue}\"", 1)]
    [InlineData("teams", $"[\"{Blue}\",\"{Red}\",\"00000000-0000-0000-0000-000000000000\"]", 2)]
    [InlineData("cities", "\"1\"", 1)]
    [InlineData("cities", "[1,2,9]", 2)]
    [InlineData("cities", "[]", 0)]
    [InlineData("countries", "\"se\"", 1)]
    [InlineData("countries", "\"SE\"", 0)]
    [InlineData("stock", """{"shop":"a","sku":1}""", 1)]
    [InlineData("stock", """{"shop":"a","sku":9}""", 0)]
    [InlineData("stock", """[{"shop":"a","sku":1},{"shop":"b","sku":"1"},{"shop":"b","sku":7}]""", 2)]
    public async Task Records_are_found_by_key(string collection, string keys, int count)
    {
        await StartPlacesAsync();
        var filter = KeyParser.Filter(JsonText.Parse(keys), Collection(collection), Values);

        Assert.Equal(count, await Reader.CountAsync(Query(collection) with { Filter = filter }, Cancelled));
    }

    [Fact]
    public async Task Thousands_of_keys_of_several_columns_are_one_statement()
    {
        await StartPlacesAsync();
        var keys = Enumerable.Range(0, 4_000).Select(i => $$"""{"shop":"a","sku":{{i}}}""");
        var filter = KeyParser.Filter(JsonText.Parse($"[{string.Join(',', keys)}]"), Collection("stock"), Values);

        Assert.Equal(2, await Reader.CountAsync(Query("stock") with { Filter = filter }, Cancelled));
    }

    [Fact]
    public async Task A_filter_over_relations_works_without_a_single_key()
    {
        await StartPlacesAsync();
        var query = Query("stock", Parameters("sku", filter: """{"sales.sum.$gt":4}"""));

        Assert.Equal("{'sku':1},{'sku':2}", await ReadAsync(query));
        Assert.Equal(2, await Reader.CountAsync(query, Cancelled));
    }

    [Fact]
    public async Task Keys_of_matching_records_are_read_in_order()
    {
        await StartPlacesAsync();
        await using var connection = await Database.OpenAsync(Cancelled);

        var stock = await Reader.ReadKeysAsync(
            Query("stock", Parameters(sort: "-sku,-shop")),
            connection,
            null,
            Cancelled
        );
        var teams = await Reader.ReadKeysAsync(Query("teams"), connection, null, Cancelled);

        Assert.Equal(["a,2", "b,1", "a,1"], stock.Select(k => k.ToString()));
        Assert.Equal([Guid.Parse(Red), Guid.Parse(Blue)], teams.Select(k => k.Single));
    }

    [Fact]
    public async Task A_key_too_large_for_the_column_that_refers_to_it_has_no_records()
    {
        await StartDogsAsync();

        Assert.Equal(
            "{'id':1,'dog':{'id':1},'dogs':[{'id':1}]},{'id':3000000000,'dog':null,'dogs':[]}",
            await ReadAsync(Query("owners", Parameters("id,dog.id,dogs.id")))
        );
        var scope = new AssociationScope(Relation("owners", "dogs"), 3_000_000_000L);
        Assert.Equal(0, await Reader.CountAsync(Query("dogs") with { Scope = scope }, Cancelled));
    }

    [Fact]
    public async Task Keys_of_different_width_meet()
    {
        await StartDogsAsync();

        // The relation to a column that is not unique is loaded by itself, the other one is joined.
        Assert.Equal(
            "{'id':1,'owner':{'id':1},'kennel':{'name':'first'}},{'id':2,'owner':null,'kennel':null}",
            await ReadAsync(Query("dogs", Parameters("id,owner.id,kennel.name")))
        );
    }

    private async Task StartPlacesAsync()
    {
        await StartAsync();
        await FillAsync("countries", """{"code":"se"}""", """{"code":"dk"}""");
        await FillAsync(
            "cities",
            """{"no":1,"name":"Lund","countryCode":"se"}""",
            """{"no":2,"name":"Umeå","countryCode":"se"}""",
            """{"no":3,"name":"Oz","countryCode":"oz"}"""
        );
        await FillAsync(
            "teams",
            $$"""{"id":"{{Red}}","rivalId":null}""",
            $$"""{"id":"{{Blue}}","rivalId":"{{Red}}"}"""
        );
        await FillAsync("cityTeams", $$"""{"cityNo":1,"teamId":"{{Red}}"}""", $$"""{"cityNo":1,"teamId":"{{Blue}}"}""");
        await FillAsync(
            "stock",
            """{"shop":"a","sku":1,"cityNo":1}""",
            """{"shop":"a","sku":2,"cityNo":null}""",
            """{"shop":"b","sku":1,"cityNo":9}"""
        );
        await FillAsync("sales", """{"id":1,"shop":"a","sum":5}""", """{"id":2,"shop":"a","sum":6}""");
    }

    private async Task StartDogsAsync()
    {
        await StartAsync();
        await FillAsync("owners", """{"id":1}""", """{"id":3000000000}""");
        await FillAsync("kennels", """{"id":1,"no":7,"name":"first"}""", """{"id":2,"no":7,"name":"second"}""");
        await FillAsync("dogs", """{"id":1,"ownerId":1,"kennelNo":7}""", """{"id":2,"ownerId":5,"kennelNo":8}""");
    }
}

public sealed class SqliteKeyTests(SqliteFixture fixture) : KeySuite(fixture), IClassFixture<SqliteFixture>;

public sealed class PostgreSqlKeyTests(PostgreSqlFixture fixture) : KeySuite(fixture), IClassFixture<PostgreSqlFixture>;
