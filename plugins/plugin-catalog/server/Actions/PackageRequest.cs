using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Pergola.App.Actions;
using Pergola.App.Lifecycle;
using Pergola.App.Plugins.Feeds;
using Pergola.Core.Errors;
using Pergola.Data.Schema;

namespace Pergola.Plugins.PluginCatalog.Actions;

/// <summary>A request that brings a package, or names one of the feed.</summary>
internal static class PackageRequest
{
    private const string FileField = "file";

    public static async ValueTask HandleAsync(
        ActionContext context,
        AppCommands commands,
        PackageFeed feed,
        bool isUpdate
    )
    {
        if (!feed.AllowsAdding)
        {
            throw new ForbiddenException("The current environment does not allow adding plugins online");
        }

        AppCommand command = context.Http.Request.HasFormContentType
            ? new AddPackage(await ReadFileAsync(context), isUpdate)
            : FromFeed(context.Values, feed, isUpdate);
        await CommandRequest.SubmitAsync(context, commands, command);
        await context.WriteDataAsync(json => json.WriteStringValue("ok"));
    }

    private static AddFromFeed FromFeed(JsonElement values, PackageFeed feed, bool isUpdate)
    {
        // The address of a feed is for the operator to say: a request could make the server ask anything.
        foreach (var name in new[] { "registry", "compressedFileUrl" })
        {
            if (values.Text(name) is { Length: > 0 })
            {
                throw new BadRequestException(
                    "\"{name}\" cannot be chosen: packages come from the feed in NOCOBASE_PKG_URL, or are uploaded",
                    [("name", name)],
                    name
                );
            }
        }

        if (!feed.IsThere)
        {
            throw new BadRequestException(
                "There is no package feed: NOCOBASE_PKG_URL is not set",
                field: "packageName"
            );
        }

        var id = values.Text("packageName") ?? string.Empty;
        var version = values.Text("version");
        if (id.Length is 0 or > 200 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '_'))
        {
            throw new BadRequestException("\"packageName\" must be the id of a package", field: "packageName");
        }

        return version is null or { Length: 0 } || PackageVersion.TryParse(version, out _)
            ? new AddFromFeed(id, version is { Length: > 0 } ? version : null, isUpdate)
            : throw new BadRequestException("\"version\" must be a version such as 1.2.0", field: "version");
    }

    private static async Task<byte[]> ReadFileAsync(ActionContext context)
    {
        var request = context.Http.Request;
        if (context.Http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = PackageFeed.MaxPackage + (64 * 1024);
        }

        IFormCollection form;
        try
        {
            form = await request.ReadFormAsync(
                new FormOptions { MultipartBodyLengthLimit = PackageFeed.MaxPackage, ValueCountLimit = 16 },
                context.Aborted
            );
        }
        catch (InvalidDataException failure)
        {
            throw new BadRequestException(
                "The upload cannot be read, or is larger than {limit} MB",
                [("limit", $"{PackageFeed.MaxPackage / 1024 / 1024}")],
                FileField,
                failure
            );
        }

        if (form.Files.GetFile(FileField) is not { Length: > 0 } file)
        {
            throw new BadRequestException("\"file\" must be a package (.nupkg)", field: FileField);
        }

        await using var content = file.OpenReadStream();
        var bytes = new byte[file.Length];
        await content.ReadExactlyAsync(bytes, context.Aborted);
        return bytes;
    }
}
