package io.billingcenter.jobs.launch;

import org.springframework.batch.core.job.builder.FlowBuilder;
import org.springframework.batch.core.job.flow.Flow;
import org.springframework.batch.core.job.flow.support.SimpleFlow;
import org.springframework.batch.core.step.Step;

/** Builds the flow of a stage; a flow ends with its first step that does not complete. */
public final class Flows {

    private Flows() {}

    /** Returns a flow of steps, one after another. */
    public static Flow of(String name, Step first, Step... others) {
        FlowBuilder<SimpleFlow> flow = new FlowBuilder<SimpleFlow>(name).start(first);
        for (Step step : others) {
            flow.next(step);
        }
        return flow.end();
    }

    /** Returns a flow of flows, one after another. */
    public static Flow of(String name, Flow first, Flow... others) {
        FlowBuilder<SimpleFlow> flow = new FlowBuilder<SimpleFlow>(name).start(first);
        for (Flow next : others) {
            flow.next(next);
        }
        return flow.end();
    }
}
