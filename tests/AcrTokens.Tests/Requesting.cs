using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;

namespace AcrTokens.Tests;

/// <summary>Rules for every request, however a build has configured its client.</summary>
public sealed class Requesting : IAsyncLifetime
{
    private Emulated emulated = null!;

    public async Task InitializeAsync() => emulated = await Emulated.StartAsync();

    public async Task DisposeAsync() => await emulated.DisposeAsync();

    [Theory]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    [InlineData(HttpStatusCode.OK)]
    public async Task Sends_a_generation_once_under_a_retry_policy_that_tries_again(HttpStatusCode status)
    {
        var client = Client(o => o.RetryPolicy = new Stubborn());
        emulated.Wire.Answer("POST generateCredentials", status, "{}", times: 1);

        await Should.ThrowAsync<AcrException>(client.MintTokenAsync(emulated.Mint));

        emulated.Wire.Sent.Count(s => s == "POST generateCredentials").ShouldBe(1);
    }

    [Fact]
    public async Task Sends_a_generation_once_whose_answer_was_lost_under_a_retry_policy_that_tries_again()
    {
        var client = Client(o => o.RetryPolicy = new Stubborn());
        emulated.Wire.LoseAnswer("POST generateCredentials");

        await Should.ThrowAsync<AcrException>(client.MintTokenAsync(emulated.Mint));

        emulated.Wire.Sent.Count(s => s == "POST generateCredentials").ShouldBe(1);
        emulated.Emulator.Tokens.ShouldBeEmpty();
    }

    [Fact]
    public async Task Refuses_an_answer_that_would_fill_the_memory()
    {
        emulated.Wire.Change("GET tokens/a-token", response => response.Content = new StreamContent(new Endless()));

        var failure = await Should.ThrowAsync<AcrException>(emulated.Client.GetTokenAsync(emulated.Of(new AcrTokenGetSettings()).SetName("a-token")));

        failure.Message.ShouldBe(
            "Could not read token 'a-token' of registry 'myregistry': Resource Manager's answer was refused: it is larger than 64 MiB."
        );
        emulated.Wire.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Refuses_a_token_servers_answer_that_would_fill_the_memory()
    {
        await using var lease = await emulated.Client.MintTokenAsync(emulated.Mint);
        emulated.Wire.Change("GET /oauth2/token", response => response.Content = new StreamContent(new Endless()));

        (await Should.ThrowAsync<AcrException>(lease.CanLogInAsync())).InnerException.ShouldBeOfType<InvalidDataException>();
    }

    [Fact]
    public async Task Leaves_the_options_as_they_were_given()
    {
        var options = emulated.ClientOptions();
        options.Diagnostics.LoggedHeaderNames.Add("*");
        options.Diagnostics.IsLoggingContentEnabled = true;

        await new AcrClient(Emulated.Credential(emulated.Emulator.AccessToken), options).GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings()));

        options.RetryPolicy.ShouldBeNull();
        options.Diagnostics.IsLoggingContentEnabled.ShouldBeTrue();
        options.Diagnostics.LoggedHeaderNames.ShouldContain("*");
    }

    [Fact]
    public async Task Takes_the_options_as_they_were_when_the_client_was_made()
    {
        var options = emulated.ClientOptions();
        var client = new AcrClient(Emulated.Credential(emulated.Emulator.AccessToken), options);
        options.ApiVersion = "1999-01-01";
        options.Cloud = AcrCloud.AzureChina;

        await client.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings()));

        emulated.Wire.Urls.ShouldHaveSingleItem().Query.ShouldBe("?api-version=2025-11-01");
    }

    [Fact]
    public async Task Goes_through_the_policies_of_the_options()
    {
        var counting = new Counting();
        var client = Client(o => o.AddPolicy(counting, HttpPipelinePosition.PerRetry));

        await client.GetRegistryAsync(emulated.Of(new AcrRegistryGetSettings()));

        counting.Requests.ShouldBe(1);
    }

    [Fact]
    public void Copies_everything_that_can_be_set()
    {
        var options = emulated.ClientOptions();
        foreach (var (owner, property) in Settable(options))
            property.SetValue(owner, Other(property.PropertyType, property.GetValue(owner)));
        options.Diagnostics.LoggedHeaderNames.Add("x-a");
        options.Diagnostics.LoggedQueryParameters.Clear();

        var copy = options.Copy();

        foreach (var ((owner, property), (other, _)) in Settable(options).Zip(Settable(copy)))
            property.GetValue(other).ShouldBe(property.GetValue(owner), property.Name);
        copy.Diagnostics.LoggedHeaderNames.ShouldBe(options.Diagnostics.LoggedHeaderNames);
        copy.Diagnostics.LoggedQueryParameters.ShouldBeEmpty();
    }

    private static IEnumerable<(object Owner, System.Reflection.PropertyInfo Property)> Settable(AcrClientOptions options) =>
        from owner in new object[] { options, options.Retry, options.Diagnostics }
        from property in owner
            .GetType()
            .GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)
        where
            property is { CanWrite: true, CanRead: true }
            && property.DeclaringType!.Assembly is var assembly
            && (assembly == typeof(AcrClient).Assembly || property.SetMethod!.IsPublic)
        select (owner, property);

    private static object? Other(Type type, object? value) =>
        type == typeof(bool) ? !(bool)value!
        : type == typeof(bool?) ? !((bool?)value ?? false)
        : type == typeof(int) ? (int)value! + 1
        : type == typeof(TimeSpan) ? (TimeSpan)value! + TimeSpan.FromSeconds(1)
        : type == typeof(string) ? $"{value}x"
        : type == typeof(RetryMode) ? RetryMode.Fixed
        : type == typeof(HttpPipelinePolicy) ? new Stubborn()
        : type == typeof(AcrCloud) ? AcrCloud.AzureChina
        : value;

    private AcrClient Client(Action<AcrClientOptions> configure)
    {
        var options = emulated.ClientOptions();
        configure(options);
        return new AcrClient(Emulated.Credential(emulated.Emulator.AccessToken), options);
    }

    /// <summary>A retry policy that sends every POST four times.</summary>
    private sealed class Stubborn : RetryPolicy
    {
        public Stubborn()
            : base(3, DelayStrategy.CreateFixedDelayStrategy(TimeSpan.FromTicks(1))) { }

        protected override bool ShouldRetry(HttpMessage message, Exception? exception) =>
            message.Request.Method == RequestMethod.Post && message.ProcessingContext.RetryNumber < 3;

        protected override ValueTask<bool> ShouldRetryAsync(HttpMessage message, Exception? exception) => new(ShouldRetry(message, exception));
    }

    private sealed class Counting : HttpPipelineSynchronousPolicy
    {
        public int Requests { get; private set; }

        public override void OnSendingRequest(HttpMessage message) => Requests++;
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => 0;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
