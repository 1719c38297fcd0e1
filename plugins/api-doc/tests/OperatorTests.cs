using System.Globalization;
using System.Text.Json;
using Pergola.Plugins.Acl.Tests;
using Pergola.Plugins.ApiDoc.Document;

namespace Pergola.Plugins.ApiDoc.Tests;

/// <summary>The operators that filters are told to have are those the server takes.</summary>
public sealed class OperatorTests
{
    private static readonly (string Form, string Type, string Value)[] Forms =
    [
        ("Text", "string", "\"a\""),
        ("Uuid", "uuid", "\"3f2a0c1e-8f5b-4d0a-9b1e-6a7c5d4e3f20\""),
        ("Integer", "integer", "1"),
        ("LargeInteger", "bigInt", "1"),
        ("Number", "double", "1.5"),
        ("Decimal", "decimal", "\"1.5\""),
        ("Boolean", "boolean", "true"),
        ("Instant", "date", "\"2026-01-31T12:00:00.000Z\""),
        ("WallTime", "datetimeNoTz", "\"2026-01-31 12:00:00\""),
        ("Date", "dateOnly", "\"2026-01-31\""),
        ("Time", "time", "\"12:00:00\""),
        ("List", "array", "\"a\""),
        ("Document", "json", "\"a\""),
        ("Bytes", "blob", "\"YQ==\""),
    ];

    [Theory]
    [OnEveryDatabase(PlainOnly = true)]
    public async Task Every_operator_of_every_form_is_taken(Backend backend)
    {
        await using var office = await Office.OpenAsync(backend);
        var fields = Forms.Select(f => $$"""{"name":"f{{f.Form}}","type":"{{f.Type}}","interface":"input"}""");
        await office.DoAsync(
            "collections:create",
            JsonElement.Parse($$"""{"name":"forms","fields":[{{string.Join(',', fields)}}]}""")
        );
        await office.DoAsync("forms:create", new { });
        var document = await Documented.ReadAsync(office.App, office.Root, "collections/forms");
        var filter = document.Schema("forms.filter").GetProperty("properties");
        var refused = new List<string>();
        foreach (var (form, _, value) in Forms)
        {
            Assert.Equal(
                $"#/components/schemas/api.filter.{form}",
                filter.GetProperty($"f{form}").GetProperty("$ref").GetString()
            );
            var operators = document
                .Schema($"api.filter.{form}")
                .GetProperty("anyOf")
                .EnumerateArray()
                .Last()
                .GetProperty("properties")
                .EnumerateObject()
                .Select(p => p.Name)
                .ToList();
            Assert.NotEmpty(operators);
            foreach (var name in operators)
            {
                var operand = OperatorTable.OperandOf(name) switch
                {
                    Operand.List => $"[{value}]",
                    Operand.Pair => $"[{value},{value}]",
                    Operand.Flag => "true",
                    Operand.Text => "\"a\"",
                    Operand.Period => "\"2026-01-31\"",
                    _ => value,
                };
                var asked = Uri.EscapeDataString($$$"""{"f{{{form}}}":{"{{{name}}}":{{{operand}}}}}""");
                var (status, body) = await office.App.SendAsync("GET", $"forms:list?filter={asked}", null, office.Root);
                if (status != 200)
                {
                    refused.Add(
                        string.Create(CultureInfo.InvariantCulture, $"{form} {name} {operand}: {status} {body}")
                    );
                }
            }
        }

        Assert.Empty(refused);
    }
}
