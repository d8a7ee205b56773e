using System.Text;
using System.Text.Json;

namespace AcrTokens.Tests;

/// <summary>The forms in which a password can be written. All of them are masked and redacted.</summary>
public sealed class SecretWritings
{
    private const string Username = "a-token";
    private const string Password = "not+a/real=one";

    private readonly IReadOnlyList<string> forms = SecretForms.Of(Username, Password);

    [Fact]
    public void Are_as_it_is_base64_and_base64_with_its_user() =>
        new[] { Password, Base64(Password), Base64($"{Username}:{Password}") }.ShouldBeSubsetOf(forms);

    [Fact]
    public void Are_escaped_for_a_URL_as_well() =>
        new[] { "not%2Ba%2Freal%3Done", Uri.EscapeDataString(Base64($"{Username}:{Password}")) }.ShouldBeSubsetOf(forms);

    [Fact]
    public void Are_escaped_for_JSON_as_well()
    {
        forms.ShouldContain(@"not\u002Ba/real=one");
        forms.ShouldContain(JsonSerializer.Serialize(Base64($"{Username}:{Password}")).Trim('"'));
    }

    [Fact]
    public void Are_base64_without_padding_as_well() => new[] { "MTI=", "MTI", "dToxMg==", "dToxMg" }.ShouldBeSubsetOf(SecretForms.Of("u", "12"));

    [Theory]
    [InlineData("", "")]
    [InlineData("a", "b")]
    [InlineData("ab", "cd")]
    [InlineData("abc", "d")]
    public void Are_what_stays_of_it_in_the_base64_of_whatever_it_stands_in(string before, string after)
    {
        foreach (var text in new[] { Password, Base64($"{Username}:{Password}") })
            forms.ShouldContain(form => form.Length >= (text.Length * 4 / 3) - 2 && Base64($"{before}{text}{after}").Contains(form));
    }

    [Fact]
    public void Are_no_piece_of_base64_so_short_that_anything_has_it() =>
        SecretForms.Of("u", "12").ShouldAllBe(form => form == "12" || form.Length >= 3);

    [Fact]
    public void Come_the_longest_first_each_once()
    {
        forms.ShouldBe(forms.Distinct());
        forms.Select(f => f.Length).ShouldBeInOrder(SortDirection.Descending);
    }

    [Fact]
    public void Are_none_of_an_empty_one() => SecretForms.Of(Username, "").ShouldBeEmpty();

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
