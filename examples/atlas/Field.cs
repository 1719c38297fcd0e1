using System.Text.Json.Nodes;

namespace Atlas;

/// <summary>Field definitions as the API takes them: name, type, interface, and how a form shows them.</summary>
internal static class Field
{
    public static string NameOf(JsonObject definition) => definition["name"]!.GetValue<string>();

    public static JsonObject Text(string name, string title, bool unique = false)
    {
        var field = Define(name, "string", "input", Schema("string", title, "Input"));
        if (unique)
        {
            field["unique"] = true;
        }

        return field;
    }

    public static JsonObject Choice(string name, string title, params (string Value, string Label)[] choices)
    {
        var schema = Schema("string", title, "Select");
        schema["enum"] = new JsonArray([
            .. choices.Select(c => new JsonObject { ["value"] = c.Value, ["label"] = c.Label }),
        ]);
        return Define(name, "string", "select", schema);
    }

    /// <summary>The key, and who made and changed a record when.</summary>
    public static JsonObject[] Presets()
    {
        var id = Define("id", "snowflakeId", "snowflakeId", Schema("number", """{{t("ID")}}""", "InputNumber"));
        id["primaryKey"] = true;
        id["autoIncrement"] = false;
        id["allowNull"] = false;
        return
        [
            id,
            Time("createdAt", """{{t("Created at")}}"""),
            User("createdBy", """{{t("Created by")}}"""),
            Time("updatedAt", """{{t("Last updated at")}}"""),
            User("updatedBy", """{{t("Last updated by")}}"""),
        ];
    }

    /// <summary>What makes a collection a tree: a key to the record above, and the relations up and down.</summary>
    public static JsonObject[] ParentAndChildren(string collection)
    {
        var key = Define("parentId", "snowflakeId", "snowflakeId", Schema("number", "Parent ID", "InputNumber"));
        key["isForeignKey"] = true;
        key["autoFill"] = false;
        return
        [
            key,
            Kin("parent", "belongsTo", "m2o", "treeParent", Relation("Parent", multiple: false)),
            Kin("children", "hasMany", "o2m", "treeChildren", Relation("Children", multiple: true)),
        ];

        JsonObject Kin(string name, string type, string @interface, string role, JsonObject schema)
        {
            var field = Define(name, type, @interface, schema);
            field["target"] = collection;
            field["foreignKey"] = "parentId";
            field[role] = true;
            field["onDelete"] = "CASCADE";
            return field;
        }
    }

    public static JsonObject Relation(string title, bool multiple) =>
        new()
        {
            ["title"] = title,
            ["x-component"] = "AssociationField",
            ["x-component-props"] = new JsonObject
            {
                ["multiple"] = multiple,
                ["fieldNames"] = new JsonObject { ["label"] = "name", ["value"] = "id" },
            },
        };

    private static JsonObject Time(string name, string title)
    {
        var schema = Schema("datetime", title, "DatePicker");
        schema["x-read-pretty"] = true;
        var field = Define(name, "date", name, schema);
        field["field"] = name;
        return field;
    }

    private static JsonObject User(string name, string title)
    {
        var schema = Schema("object", title, "AssociationField");
        schema["x-component-props"] = new JsonObject
        {
            ["fieldNames"] = new JsonObject { ["value"] = "id", ["label"] = "nickname" },
        };
        schema["x-read-pretty"] = true;
        var field = Define(name, "belongsTo", name, schema);
        field["target"] = "users";
        field["foreignKey"] = $"{name}Id";
        return field;
    }

    private static JsonObject Define(string name, string type, string @interface, JsonObject schema) =>
        new()
        {
            ["name"] = name,
            ["type"] = type,
            ["interface"] = @interface,
            ["uiSchema"] = schema,
        };

    private static JsonObject Schema(string type, string title, string component) =>
        new()
        {
            ["type"] = type,
            ["title"] = title,
            ["x-component"] = component,
        };
}
