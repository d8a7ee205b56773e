using System.Runtime.InteropServices;

namespace AcrTokens.Tests;

/// <summary>Whether the process is ending, and how much time is left.</summary>
public sealed class ProcessEnds
{
    private readonly SkippingClock clock = new() { LongestWait = TimeSpan.Zero };
    private readonly ProcessEnd end;

    public ProcessEnds() => end = new ProcessEnd(clock);

    private static PosixSignalContext Signal => new(PosixSignal.SIGTERM);

    [Fact]
    public void Are_not_under_way_until_something_begins_them()
    {
        clock.Advance(TimeSpan.FromDays(1));

        (end.IsUnderWay, end.IsSignalUnderWay, end.Left).ShouldBe((false, false, null));
    }

    [Fact]
    public void Leave_six_and_a_half_seconds_after_a_signal()
    {
        end.Begin(Signal);
        clock.Advance(TimeSpan.FromSeconds(2));

        (end.IsUnderWay, end.IsSignalUnderWay, end.Left).ShouldBe((true, true, TimeSpan.FromSeconds(4.5)));
    }

    [Fact]
    public void Get_no_more_time_by_a_second_signal()
    {
        end.Begin(Signal);
        clock.Advance(TimeSpan.FromSeconds(2));
        end.Begin(Signal);

        end.Left.ShouldBe(TimeSpan.FromSeconds(4.5));
    }

    [Fact]
    public void Are_over_at_once_when_a_handler_keeps_the_process_alive()
    {
        var signal = Signal;
        end.Begin(signal);
        signal.Cancel = true;

        (end.IsUnderWay, end.IsSignalUnderWay, end.Left).ShouldBe((false, false, null));
    }

    [Fact]
    public void Have_their_full_time_again_by_a_signal_after_one_that_was_survived()
    {
        var survived = Signal;
        end.Begin(survived);
        survived.Cancel = true;
        clock.Advance(TimeSpan.FromSeconds(2));
        end.Begin(Signal);

        end.Left.ShouldBe(ProcessEnd.Longest);
    }

    [Fact]
    public void Go_on_while_one_of_two_signals_is_not_survived()
    {
        var survived = Signal;
        end.Begin(survived);
        end.Begin(Signal);
        survived.Cancel = true;

        end.IsUnderWay.ShouldBeTrue();
    }

    [Fact]
    public void Limit_nothing_any_more_once_their_time_is_over_and_end_after_a_minute()
    {
        end.Begin(Signal);
        clock.Advance(TimeSpan.FromSeconds(7));
        (end.IsUnderWay, end.IsSignalUnderWay, end.Left).ShouldBe((true, false, null));

        clock.Advance(TimeSpan.FromMinutes(1));
        end.IsUnderWay.ShouldBeFalse();
    }

    [Fact]
    public void Of_an_exit_leave_as_much_and_are_never_over()
    {
        end.BeginExit();
        (end.IsUnderWay, end.IsSignalUnderWay, end.Left).ShouldBe((true, false, ProcessEnd.Longest));

        clock.Advance(TimeSpan.FromHours(1));
        (end.IsUnderWay, end.Left).ShouldBe((true, null));
    }

    [Fact]
    public void Of_an_exit_after_a_signal_leave_what_the_signal_has_left()
    {
        end.Begin(Signal);
        clock.Advance(TimeSpan.FromSeconds(6));
        end.BeginExit();

        end.Left.ShouldBe(TimeSpan.FromSeconds(0.5));
    }
}
