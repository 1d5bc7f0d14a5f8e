package io.billingcenter.remote.object;

import io.billingcenter.remote.RemoteException;
import io.billingcenter.remote.RetryAfter;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.exception.SdkServiceException;

/** Tells failures of an object store that a repeat may overcome from those that stay. */
public final class ObjectFailures {

    private static final Set<Integer> BUSY = Set.of(408, 425, 429, 500, 502, 503, 504);
    private static final Set<String> BUSY_CODES =
            Set.of("SlowDown", "RequestTimeout", "InternalError", "OperationAborted");

    private ObjectFailures() {}

    /**
     * Returns a failure as one that a repeat may overcome, or not.
     *
     * @param address the store, without a secret
     */
    public static RemoteException of(String address, SdkException failure) {
        if (!(failure instanceof SdkServiceException answer)) {
            return RemoteException.temporary(
                    "Expected an answer of " + address + ", found " + firstLine(failure) + "; it is tried again",
                    failure);
        }
        String found = "Expected " + address + " to accept the request, found status " + answer.statusCode() + " ("
                + code(answer) + ")";
        if (!BUSY.contains(answer.statusCode()) && !BUSY_CODES.contains(code(answer))) {
            return RemoteException.lasting(found + "; correct the bucket, the keys or their permissions", failure);
        }
        Optional<Duration> after = answer instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? header(service).flatMap(RetryAfter::parse)
                : Optional.empty();
        return after.map(pause -> RemoteException.busy(found + "; it is tried again", pause, failure))
                .orElseGet(() -> RemoteException.temporary(found + "; it is tried again", failure));
    }

    private static Optional<String> header(AwsServiceException answer) {
        return Optional.ofNullable(answer.awsErrorDetails().sdkHttpResponse())
                .flatMap(response -> response.firstMatchingHeader("Retry-After"));
    }

    private static String code(SdkServiceException answer) {
        return answer instanceof AwsServiceException service
                        && service.awsErrorDetails() != null
                        && service.awsErrorDetails().errorCode() != null
                ? service.awsErrorDetails().errorCode()
                : "no code";
    }

    private static String firstLine(SdkException failure) {
        String message = failure.getMessage();
        return message == null
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse("");
    }
}
