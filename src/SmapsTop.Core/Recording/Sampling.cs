using System.Reactive.Concurrency;
using System.Reactive.Disposables;
using System.Reactive.Linq;
using SmapsTop.Core.Proc;
using SmapsTop.Core.State;

namespace SmapsTop.Core.Recording;

/// <summary>Looks at a process again and again with nobody watching, and gives every sample away.</summary>
/// <param name="look">One look, given the sample before it.</param>
/// <param name="take">Takes a sample. Gives null, or what is the matter in the words of a sentence's end.</param>
public sealed class Sampling(Func<Sample?, CancellationToken, Reading> look, Func<Sample, string?> take)
{
    private Sample? _last;

    /// <summary>How many samples were taken.</summary>
    public long Count { get; private set; }

    /// <summary>
    /// Begins when subscribed to, and says once why it ended. A look that sees nothing ends it if it is the first or if looking again cannot
    /// help; otherwise it is gone over.
    /// </summary>
    /// <param name="plan">How it is to go.</param>
    /// <param name="looks">Where the looks run, one at a time.</param>
    /// <param name="stop">Stops it; a sample in hand is taken first.</param>
    public IObservable<SamplingEnd> Run(SamplingPlan plan, IScheduler looks, CancellationToken stop) =>
        Observable.Create<SamplingEnd>(observer =>
        {
            void End(SamplingEnd end)
            {
                observer.OnNext(end);
                observer.OnCompleted();
            }

            // What ends it from outside waits its turn behind a look that is under way.
            var stopping = stop.Register(() => looks.Schedule(() => End(new SamplingEnd.Stopped())));
            var timeout = plan.Time is { } time ? looks.Schedule(time, () => End(new SamplingEnd.Enough())) : Disposable.Empty;
            var polling = Polling.Again(cancel => look(_last, cancel), plan.Interval, looks).Subscribe(reading =>
            {
                if (Receive(reading, plan) is { } end)
                    End(end);
            });
            return StableCompositeDisposable.Create(stopping, timeout, polling);
        });

    private SamplingEnd? Receive(Reading reading, SamplingPlan plan)
    {
        if (reading is Reading.Unseen unseen)
            return unseen.Reason.IsFinal || Count == 0 ? new SamplingEnd.Over(unseen) : null;
        _last = ((Reading.Seen)reading).Sample;
        if (take(_last) is { } problem)
            return new SamplingEnd.NotTaken(problem);
        Count++;
        return Count >= plan.Samples ? new SamplingEnd.Enough() : null;
    }
}
