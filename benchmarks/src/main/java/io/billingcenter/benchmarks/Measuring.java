package io.billingcenter.benchmarks;

import io.billingcenter.benchmarks.figures.Report;
import java.util.concurrent.Callable;

/** A command that measures something and prints its findings. */
interface Measuring extends Callable<Integer> {

    /** Measures; progress goes to standard error. */
    Report measure() throws Exception;

    @Override
    default Integer call() throws Exception {
        System.out.println(measure().text());
        return 0;
    }
}
