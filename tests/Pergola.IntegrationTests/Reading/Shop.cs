namespace Pergola.IntegrationTests.Reading;

/// <summary>Authors, books, labels and covers with every kind of relation, and keys of every type.</summary>
internal static class Shop
{
    public static IReadOnlyList<string> Definitions { get; } =
    [
        """
            {"name":"$authors","timestamps":false,"fields":[{"name":"name","type":"string"},
              {"name":"books","type":"hasMany","target":"$books","foreignKey":"authorId"},
              {"name":"card","type":"hasOne","target":"$cards","foreignKey":"authorId"}]}
            """,
        """
            {"name":"$books","timestamps":false,"fields":[{"name":"title","type":"string"},{"name":"price","type":"decimal"},
              {"name":"author","type":"belongsTo","target":"$authors","foreignKey":"authorId"},
              {"name":"labels","type":"belongsToMany","target":"$labels","through":"$bookLabels","foreignKey":"bookId","otherKey":"labelId"}]}
            """,
        """{"name":"$cards","timestamps":false,"fields":[{"name":"color","type":"string"}]}""",
        """{"name":"$labels","timestamps":false,"fields":[{"name":"name","type":"string"}]}""",
        """
            {"name":"$bookLabels","autoGenId":false,"timestamps":false,"isThrough":true,"fields":[
              {"name":"bookId","type":"bigInt","isForeignKey":true},{"name":"labelId","type":"bigInt","isForeignKey":true},
              {"name":"note","type":"string"}]}
            """,
    ];

    public static IReadOnlyDictionary<string, string[]> Rows { get; } =
        new Dictionary<string, string[]>(StringComparer.Ordinal)
        {
            ["authors"] = ["""{"id":1,"name":"Ann"}""", """{"id":2,"name":"Bo"}""", """{"id":3,"name":null}"""],
            ["books"] =
            [
                """{"id":1,"title":"A1","price":"1.50","authorId":1}""",
                """{"id":2,"title":"A2","price":"10.25","authorId":1}""",
                """{"id":3,"title":"B1","price":null,"authorId":2}""",
                """{"id":4,"title":"lost","price":"2","authorId":99}""",
                """{"id":5,"title":null,"price":"9","authorId":null}""",
            ],
            ["cards"] =
            [
                """{"id":7,"color":"red","authorId":1}""",
                """{"id":5,"color":"blue","authorId":1}""",
                """{"id":6,"color":"green","authorId":2}""",
            ],
            ["labels"] = ["""{"id":1,"name":"x"}""", """{"id":2,"name":"y"}"""],
            ["bookLabels"] =
            [
                """{"bookId":1,"labelId":2,"note":"n"}""",
                """{"bookId":1,"labelId":1,"note":null}""",
                """{"bookId":3,"labelId":1,"note":null}""",
            ],
        };
}
