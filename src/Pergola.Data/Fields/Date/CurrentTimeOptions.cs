using Pergola.Data.Schema;

namespace Pergola.Data.Fields.Date;

/// <summary>The options of date fields that fill themselves.</summary>
internal static class CurrentTimeOptions
{
    public static bool FillsOnInsert(FieldDefinition definition) =>
        (definition.Flag("defaultToCurrentTime") ?? false) || FillsOnUpdate(definition);

    public static bool FillsOnUpdate(FieldDefinition definition) => definition.Flag("onUpdateToCurrentTime") ?? false;
}
