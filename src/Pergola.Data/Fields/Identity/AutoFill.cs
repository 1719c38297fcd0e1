using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Identity;

/// <summary>The option <c>autoFill</c> of fields that generate their value; key columns of relations turn it off.</summary>
internal static class AutoFill
{
    public static bool IsOn(FieldDefinition definition) => definition.Flag("autoFill") ?? true;
}
