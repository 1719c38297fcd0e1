using System.Text.Json;
using Pergola.Data.Records;

namespace Pergola.App.Actions.Standard;

/// <summary>Written records as JSON.</summary>
internal static class WrittenRecords
{
    public static void WriteArray(Utf8JsonWriter json, IEnumerable<WrittenRecord> records)
    {
        json.WriteStartArray();
        foreach (var record in records)
        {
            record.WriteTo(json);
        }

        json.WriteEndArray();
    }
}
