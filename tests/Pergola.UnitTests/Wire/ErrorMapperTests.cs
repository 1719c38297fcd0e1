using Pergola.App.Auth;
using Pergola.App.Localization;
using Pergola.App.Wire;
using Pergola.Core.Errors;

namespace Pergola.UnitTests.Wire;

[Trait("ASVS", "V7")]
public sealed class ErrorMapperTests
{
    public static TheoryData<Exception, int> Kinds =>
        new()
        {
            { new BadRequestException("x"), 400 },
            { new ValidationException("x"), 400 },
            { new ConstraintException([new ConstraintViolation("x", [], null)]), 400 },
            { new UnauthenticatedException("x"), 401 },
            { new ForbiddenException(), 403 },
            { new NotFoundException("x"), 404 },
            { new ConflictException("x"), 409 },
            { new PayloadTooLargeException(1), 413 },
            { new TooManyRequestsException("later", "LATER", TimeSpan.FromSeconds(1)), 429 },
            { new UnavailableException("x", TimeSpan.FromSeconds(1)), 503 },
            { new InvalidOperationException("x"), 500 },
        };

    [Theory]
    [MemberData(nameof(Kinds), DisableDiscoveryEnumeration = true)]
    public void Each_kind_has_its_status(Exception failure, int status) =>
        Assert.Equal(status, ErrorMapper.Map(failure, Texts.English, "id").Status);

    [Fact]
    public void What_nobody_foresaw_tells_nothing_but_the_request()
    {
        var answer = ErrorMapper.Map(new InvalidOperationException("column secret"), Texts.English, "r-1");
        Assert.Equal("Something went wrong on the server (request r-1)", Assert.Single(answer.Errors).Message);
        Assert.True(answer.IsUnexpected);
    }

    [Fact]
    public void A_broken_constraint_has_an_entry_per_field()
    {
        var failure = new ConstraintException([
            new ConstraintViolation("{field} already exists", [("field", "{{t(\"Email\")}}")], "email"),
            new ConstraintViolation("{field} already exists", [("field", "Code")], "code"),
        ]);
        var errors = ErrorMapper.Map(failure, Texts.English, "id").Errors;
        Assert.Equal(["Email already exists", "Code already exists"], errors.Select(e => e.Message));
    }
}
