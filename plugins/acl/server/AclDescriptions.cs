using Pergola.App.Describing;

namespace Pergola.Plugins.Acl;

/// <summary>What clients are told of the actions of this plugin.</summary>
internal static class AclDescriptions
{
    private const string Rule =
        """{name: string "An action such as view", fields?: string[], scopeId?: int64 | null, scope?: {id: int64} | null}""";

    private const string Rules =
        $$"""{name: string "A collection", usingActionsConfig?: boolean, actions?: {{Rule}}[]}""";

    private const string Strategy = """{strategy: {actions: string[] "Such as view and update:own"}}""";

    private const string StrategyRow =
        "{id: int64, roleName: string, dataSourceKey: string, strategy: {actions: string[]} | null}";

    public static readonly IReadOnlyList<ActionDescription> Roles =
    [
        new("list", "List roles") { IsStandard = true },
        new("check", "Read what one may do")
        {
            Data = """
                {
                  role: string "The one acted as", roles: string[], roleMode: string, strategy: {actions?: string[]},
                  actions: object "Rules by collection:action", resources: string[] "Collections with rules of their own",
                  snippets: string[], availableActions: string[], actionAlias: object, allowAll: boolean,
                  allowConfigure: boolean, allowAnonymous: boolean
                }
                """,
        },
        new("explain", "Ask what a user may do with a collection or a record, and why")
        {
            Query = """
                {
                  userId: int64, collection: string, recordKey?: string "Key of a record of the collection",
                  role?: string "The role they act as; their default one when absent"
                }
                """,
            Data = """
                {
                  user: {id: int64, nickname: string | null, username: string | null}, collection: string, roleMode: string,
                  defaultRole: string | null, actingAs: string[], roles: object[],
                  actions: {name: string, isAllowed: boolean, reason: string, fields?: string[] | null}[]
                }
                """,
        },
        new("setSystemRoleMode", "Choose whether roles of a user count one at a time or together")
        {
            Body = "{roleMode: 'default' | 'allow-use-union' | 'only-use-union'}",
        },
        new("applyDataPermissions", "Set the rules of a role for several collections")
        {
            Query = """{filterByTk: string "Name of the role"}""",
            Body = $$"""{resources: {{Rules}}[]}""",
            Data = "{roleName: string, dataSourceKey: string, resources: object[], count: integer}",
        },
    ];

    public static readonly IReadOnlyList<ActionDescription> AvailableActions =
    [
        new("list", "List the actions that roles are given rights to")
        {
            Data = "{name: string, displayName: string, type?: string, aliases?: string[]}[]",
        },
    ];

    public static readonly IReadOnlyList<ActionDescription> DataSourceRoles =
    [
        new("get", "Read what a role may do with every collection")
        {
            Query = """{filterByTk: string "Name of the role"}""",
            Data = StrategyRow,
        },
        new("update", "Set what a role may do with every collection")
        {
            Query = """{filterByTk: string "Name of the role"}""",
            Body = Strategy,
            Data = StrategyRow,
        },
    ];

    public static readonly IReadOnlyList<ActionDescription> RoleResources =
    [
        new("get", "Read the rules of a role for a collection")
        {
            Query = "{filter: {name: string, dataSourceKey?: string}, appends?: string[]}",
            Data = $"{Rules} | null",
        },
        new("create", "Give a role rules of its own for a collection") { Body = Rules, Data = Rules },
        new("update", "Replace the rules of a role for a collection")
        {
            Query = "{filter: {name: string, dataSourceKey?: string}}",
            Body = Rules,
            Data = $"{Rules}[]",
        },
    ];

    public static readonly IReadOnlyList<ActionDescription> RoleCollections =
    [
        new("list", "List the collections, and whether a role has rules of its own for them")
        {
            Query = "{filter: {dataSourceKey: string}}",
            Data = """
                {
                  name: string, collectionName: string, title: string | null, roleName: string,
                  usingConfig: 'strategy' | 'resourceAction', exists: boolean, fields: object[]
                }[]
                """,
            IsPaged = true,
        },
    ];
}
