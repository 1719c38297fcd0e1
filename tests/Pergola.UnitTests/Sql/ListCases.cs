using Pergola.Core.Json;
using Pergola.Data.Querying;
using Pergola.UnitTests.Querying;

namespace Pergola.UnitTests.Sql;

/// <summary>Queries for records whose SQL is kept, by the name of their snapshot.</summary>
internal static class ListCases
{
    public static IReadOnlyDictionary<string, RecordQuery> All { get; } =
        new Dictionary<string, RecordQuery>(StringComparer.Ordinal)
        {
            ["fields-all"] = Query("authors", new QueryParameters()),
            ["fields-some"] = Query("authors", new QueryParameters { Fields = ["name", "rating", "note"] }),
            ["except"] = Query("authors", new QueryParameters { Fields = null, Except = ["bio", "tags", "secret"] }),
            ["append-to-one"] = Query("books", new QueryParameters { Fields = ["title"], Appends = ["author"] }),
            ["append-to-one-unique-key"] = Query("books", new QueryParameters { Fields = ["title", "publisher.name"] }),
            ["append-to-one-plain-key"] = Query("books", new QueryParameters { Fields = ["title", "namesake.name"] }),
            ["append-has-one"] = Query("authors", new QueryParameters { Fields = ["name"], Appends = ["address"] }),
            ["append-has-many"] = Query("authors", new QueryParameters { Fields = ["name"], Appends = ["books"] }),
            ["append-has-many-sorted"] = Query(
                "authors",
                new QueryParameters { Fields = ["name"], Appends = ["books(sort=-title)"] }
            ),
            ["append-has-many-sort-field"] = Query(
                "books",
                new QueryParameters { Fields = ["title"], Appends = ["chapters"] }
            ),
            ["append-belongs-to-many"] = Query(
                "books",
                new QueryParameters { Fields = ["title"], Appends = ["labels"] }
            ),
            ["append-belongs-to-many-reduced"] = Query(
                "books",
                new QueryParameters { Fields = ["title", "labels.name"] }
            ),
            ["append-nested"] = Query(
                "authors",
                new QueryParameters { Fields = ["name"], Appends = ["books", "books.labels", "books.author"] }
            ),
            ["append-nested-without-parents"] = Query(
                "authors",
                new QueryParameters { Fields = ["id"], Appends = ["books.labels"] }
            ),
            ["append-under-joined"] = Query(
                "books",
                new QueryParameters { Fields = ["author.name", "author.address.city"] }
            ),
            ["append-parents"] = Query(
                "groups",
                new QueryParameters { Appends = ["parent(recursively=true)", "parent.owner"], Except = ["parent.name"] }
            ),
            ["append-children"] = Query(
                "groups",
                new QueryParameters { Fields = ["id"], Appends = ["children(recursively=true&sort=-name)"] }
            ),
            ["append-only"] = Query("books", new QueryParameters { Fields = ["chapters"] }),
            ["sort"] = Sorted("authors", "-age", "name"),
            ["sort-key-descending"] = Sorted("authors", "-id"),
            ["sort-unique"] = Sorted("authors", "email", "age"),
            ["sort-unique-nullable"] = Sorted("authors", "nick", "age"),
            ["sort-decimal"] = Sorted("authors", "-rating"),
            ["sort-relation"] = Sorted("books", "author.name", "-publisher.email"),
            ["sort-relation-unique"] = Sorted("books", "author.email"),
            ["sort-composite-key"] = Query("stock", new QueryParameters { Sort = ["sku"] }),
            ["sort-without-key"] = Query("logs", new QueryParameters()),
            ["page"] = Sorted("authors", "name") with { Limit = 20, Offset = 40 },
            ["page-first"] = Sorted("authors", "name") with { Limit = 20 },
            ["page-rest"] = Sorted("authors", "name") with { Offset = 5 },
            ["scope-belongs-to"] = Scoped("books.author", 5L),
            ["scope-belongs-to-other-key"] = Scoped("books.publisher", 5L),
            ["scope-has-one"] = Scoped("authors.address", 5L),
            ["scope-has-many"] = Scoped("authors.books", 5L),
            ["scope-belongs-to-many"] = Scoped("books.labels", 5L),
            ["scope-belongs-to-many-through"] = Scoped("books.labels", 5L) with { WithThrough = true },
            ["scope-filtered"] = Scoped("books.labels", 5L) with
            {
                Filter = QueryBench.Filter("labels", """{"name":"red","books.title":"x"}"""),
                Limit = 3,
            },
            ["tree"] = Query("groups", new QueryParameters { Tree = true, Fields = ["name"] }),
            ["tree-sorted"] = Query(
                "groups",
                new QueryParameters
                {
                    Tree = true,
                    Fields = ["name"],
                    Sort = ["owner.name"],
                }
            ),
            ["tree-filtered"] = Query(
                "groups",
                new QueryParameters
                {
                    Tree = true,
                    Fields = ["name"],
                    Filter = JsonText.Parse("""{"name.$includes":"a","owner.name":"Ann"}"""),
                }
            ),
            ["tree-filtered-to-many"] = Query(
                "groups",
                new QueryParameters
                {
                    Tree = true,
                    Fields = ["id"],
                    Filter = JsonText.Parse("""{"owner.books.title":"x"}"""),
                }
            ),
        };

    private static RecordQuery Query(string collection, QueryParameters parameters) =>
        QueryBench.Query(collection, parameters);

    private static RecordQuery Sorted(string collection, params string[] keys) =>
        Query(collection, new QueryParameters { Fields = ["id"], Sort = keys });

    private static RecordQuery Scoped(string relation, object source)
    {
        var found = QueryBench.Relation(relation);
        var query = Query(found.Target.Name, new QueryParameters { Fields = ["id"] });
        return query with { Scope = new AssociationScope(found, source) };
    }
}
