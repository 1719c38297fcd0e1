using System.Text.Json.Nodes;
using Pergola.Core.Json;
using Pergola.Data.Fields;
using Pergola.Data.Fields.Computed.Formulas;
using Pergola.Data.Schema;

namespace Pergola.UnitTests.Computed;

/// <summary>A record with one field of several kinds, and formulas over it.</summary>
internal static class FormulaBench
{
    private static readonly Dictionary<string, (object? Value, ColumnKind Kind)> Record = new()
    {
        ["a"] = (7, ColumnKind.Int32),
        ["big"] = (9007199254740993L, ColumnKind.Int64),
        ["price"] = ("19.99", ColumnKind.Decimal),
        ["half"] = (0.5, ColumnKind.Double),
        ["yes"] = (true, ColumnKind.Boolean),
        ["name"] = ("Ann", ColumnKind.String),
        ["long"] = (new string('x', 100_000), ColumnKind.Text),
        ["digits"] = ("12", ColumnKind.String),
        ["none"] = (null, ColumnKind.Int32),
        ["at"] = (new DateTime(2024, 5, 6, 22, 8, 9, DateTimeKind.Utc), ColumnKind.Instant),
        ["day"] = (new DateOnly(2024, 5, 1), ColumnKind.Date),
    };

    private static readonly TimeZoneInfo Zone = TimeZoneInfo.CreateCustomTimeZone(
        "+2",
        TimeSpan.FromHours(2),
        "+2",
        "+2"
    );

    public static object? Compute(string expression, ColumnType column, string engine = "math.js") =>
        Formula.Parse(Definition(expression, engine)).Compute(Operand, column, Zone);

    public static object? Double(string expression, string engine = "math.js") =>
        Compute(expression, new ColumnType(ColumnKind.Double), engine);

    public static string? Text(string expression, string engine = "math.js") =>
        (string?)Compute(expression, new ColumnType(ColumnKind.String), engine);

    public static bool? Flag(string expression, string engine = "math.js") =>
        (bool?)Compute(expression, new ColumnType(ColumnKind.Boolean), engine);

    public static FieldDefinition Definition(string expression, string engine = "math.js") =>
        new(
            JsonText.Parse(
                new JsonObject
                {
                    ["name"] = "f",
                    ["type"] = "formula",
                    ["engine"] = engine,
                    ["expression"] = expression,
                }.ToJsonString()
            )
        );

    private static object? Operand(string name) =>
        Record.TryGetValue(name, out var field) ? FormulaResult.FromStored(field.Value, field.Kind, Zone) : null;
}
