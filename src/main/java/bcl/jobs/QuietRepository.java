package bcl.jobs;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/**
 * Spring Batch records the whole trace of what failed a step, and messages of databases quote the row that they refuse: names and
 * addresses would stand in its tables. This records what the engine itself tells of the failure.
 */
final class QuietRepository {
    private QuietRepository() {}

    static JobRepository over(JobRepository repository) {
        return (JobRepository) Proxy.newProxyInstance(
                JobRepository.class.getClassLoader(),
                new Class<?>[] {JobRepository.class},
                (proxy, method, arguments) -> call(repository, method, arguments));
    }

    private static @Nullable Object call(
            JobRepository repository, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        if ("update".equals(method.getName()) && arguments != null && arguments.length == 1) {
            quieten(arguments[0]);
        }
        try {
            return method.invoke(repository, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private static void quieten(@Nullable Object execution) {
        if (execution instanceof StepExecution step) {
            step.setExitStatus(quiet(step.getExitStatus(), step.getFailureExceptions()));
        } else if (execution instanceof JobExecution job) {
            job.setExitStatus(quiet(job.getExitStatus(), job.getAllFailureExceptions()));
        }
    }

    private static ExitStatus quiet(ExitStatus status, List<Throwable> failures) {
        return status.getExitDescription().isEmpty()
                ? status
                : new ExitStatus(status.getExitCode(), failures.isEmpty() ? "" : Failures.cause(failures.get(0)));
    }
}
