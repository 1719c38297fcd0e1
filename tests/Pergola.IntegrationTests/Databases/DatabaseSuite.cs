using System.Data.Common;
using Pergola.Data.Ddl;
using Pergola.Data.Dialects;
using Pergola.Data.Fields;
using Pergola.Data.Schema;
using Pergola.Data.Sql;

namespace Pergola.IntegrationTests.Databases;

/// <summary>What the contract suites share: definitions to tables, statements to values.</summary>
public abstract class DatabaseSuite
{
    private readonly DatabaseFixture _fixture;

    protected DatabaseSuite(DatabaseFixture fixture)
    {
        Assert.SkipWhen(fixture.Missing is not null, fixture.Missing ?? "");
        _fixture = fixture;
    }

    protected static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    protected Database Database => _fixture.Database;

    protected Dialect Dialect => Database.Dialect;

    /// <summary>A table name no other test uses.</summary>
    protected static string NewName() => "t_" + Guid.NewGuid().ToString("N")[..12];

    protected static SchemaSnapshot Schema(params string[] definitions)
    {
        var types = new FieldTypeRegistry(StandardFieldTypes.All);
        var snapshot = new SchemaBuilder(types, new Naming(), 63).Build(
            1,
            [.. definitions.Select(d => CollectionDefinition.Parse(d))]
        );
        Assert.Empty(snapshot.Issues);
        return snapshot;
    }

    /// <summary>A collection without implied columns.</summary>
    protected static string Bare(string name, string fields, string options = "") =>
        $$"""{"name":"{{name}}","autoGenId":false,"timestamps":false{{options}},"fields":[{{fields}}]}""";

    protected DdlExecutor Executor() => new(Database, new ErrorTranslator(Database));

    protected async Task CreateAsync(SchemaSnapshot schema)
    {
        await using var transaction = await Database.BeginAsync(Cancelled);
        var plan = await Executor().PlanMissingAsync(transaction, schema, Cancelled);
        await Executor().ExecuteAsync(transaction, plan, schema, Cancelled);
        await transaction.CommitAsync(Cancelled);
        Assert.Empty(await Executor().BuildIndexesAsync(plan, Cancelled));
    }

    protected async Task ChangeAsync(SchemaSnapshot before, SchemaSnapshot after)
    {
        var plan = DdlPlan.Diff(before, after);
        await using (var transaction = await Database.BeginAsync(Cancelled))
        {
            await Executor().ExecuteAsync(transaction, plan, after, Cancelled);
            await transaction.CommitAsync(Cancelled);
        }

        Assert.Empty(await Executor().BuildIndexesAsync(plan, Cancelled));
    }

    protected async Task<PhysicalTable> ReadTableAsync(string table)
    {
        await using var connection = await Database.OpenAsync(Cancelled);
        var schema = await Dialect.Ddl.ReadSchemaAsync(connection, null, null, Cancelled);
        return schema.Tables[table];
    }

    protected async Task<bool> TableExistsAsync(string table)
    {
        await using var connection = await Database.OpenAsync(Cancelled);
        var schema = await Dialect.Ddl.ReadSchemaAsync(connection, null, null, Cancelled);
        return schema.Tables.ContainsKey(table);
    }

    protected async Task InsertAsync(Collection collection, params (string Field, object? Value)[] values)
    {
        await using var transaction = await Database.BeginAsync(Cancelled);
        await InsertAsync(transaction, collection, values);
        await transaction.CommitAsync(Cancelled);
    }

    protected async Task InsertAsync(
        WriteTransaction transaction,
        Collection collection,
        params (string Field, object? Value)[] values
    )
    {
        var columns = values.Select(v => Column(collection, v.Field)).ToList();
        var sql = new SqlWriter(Dialect).Append("INSERT INTO ").Append(collection.Table.Quoted).Append(" (");
        sql.Join(", ", columns, (s, c) => s.Append(c.QuotedColumn)).Append(") VALUES (");
        sql.Join(", ", values.Zip(columns), (s, v) => s.Parameter(v.First.Value, v.Second.ColumnType)).Append(')');
        await using var command = Database.CreateCommand(
            transaction.Connection,
            transaction.Transaction,
            sql.ToStatement()
        );
        await command.ExecuteNonQueryAsync(Cancelled);
    }

    /// <summary>Values of a column in the order of another one, read the way records are read.</summary>
    protected async Task<List<object?>> ReadAsync(
        Collection collection,
        string field,
        Action<SqlWriter>? where = null,
        string? orderBy = null
    )
    {
        var column = Column(collection, field);
        var sql = new SqlWriter(Dialect).Append("SELECT ");
        sql.Append(Dialect.Columns.Select(column.ColumnType, column.QuotedColumn));
        sql.Append(" FROM ").Append(collection.Table.Quoted);
        if (where is not null)
        {
            sql.Append(" WHERE ");
            where(sql);
        }

        if (orderBy is not null)
        {
            var order = Column(collection, orderBy);
            // A bare name would mean the selected expression, which may be text.
            var name = $"{collection.Table.Quoted}.{order.QuotedColumn}";
            sql.Append(" ORDER BY ").Append(Dialect.Columns.Comparable(order.ColumnType, name));
            sql.Append(" ASC NULLS LAST");
        }

        return await ReadAsync(sql.ToStatement(), column.ColumnType.Kind);
    }

    protected async Task<List<object?>> ReadAsync(SqlStatement statement, ColumnKind kind)
    {
        await using var connection = await Database.OpenAsync(Cancelled);
        await using var command = Database.CreateCommand(connection, null, statement);
        await using var reader = await command.ExecuteReaderAsync(Cancelled);
        var values = new List<object?>();
        while (await reader.ReadAsync(Cancelled))
        {
            values.Add(Value(new ColumnCursor(Dialect.Columns.Values, reader, 0), kind));
        }

        return values;
    }

    protected async Task RunAsync(params string[] statements)
    {
        await using var transaction = await Database.BeginAsync(Cancelled);
        foreach (var sql in statements)
        {
            await using var command = transaction.Connection.CreateCommand();
            command.Transaction = transaction.Transaction;
            command.CommandText = sql;
            await command.ExecuteNonQueryAsync(Cancelled);
        }

        await transaction.CommitAsync(Cancelled);
    }

    protected static ColumnField Column(Collection collection, string name) =>
        collection.TryGetColumn(name, out var column) ? column : throw new ArgumentException(name);

    private static object? Value(in ColumnCursor cursor, ColumnKind kind) =>
        cursor.IsNull
            ? null
            : kind switch
            {
                ColumnKind.Int32 => cursor.Int32,
                ColumnKind.Int64 => cursor.Int64,
                ColumnKind.Single => cursor.Single,
                ColumnKind.Double => cursor.Double,
                ColumnKind.Decimal => cursor.Decimal,
                ColumnKind.Boolean => cursor.Boolean,
                ColumnKind.Instant => cursor.Instant,
                ColumnKind.LocalDateTime => cursor.LocalDateTime,
                ColumnKind.Date => cursor.Date,
                ColumnKind.Time => cursor.Time,
                ColumnKind.Json or ColumnKind.JsonBinary or ColumnKind.Array => cursor.Json,
                ColumnKind.Uuid => cursor.Uuid,
                ColumnKind.Bytes => cursor.Bytes,
                _ => cursor.Text,
            };
}
