package bcl.parsing;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.wire.InboundRecord;
import bcl.wire.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    @Test
    void parsers_of_several_threads_do_not_disturb_each_other() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Integer>> work = new ArrayList<>();
        for (int thread = 0; thread < 4; thread++) {
            int number = thread;
            work.add(() -> wrong(number));
        }

        List<Future<Integer>> wrong = threads.invokeAll(work);

        threads.shutdown();
        for (Future<Integer> one : wrong) {
            assertThat(one.get()).isZero();
        }
    }

    private static int wrong(int thread) {
        InboundParser parser = new InboundParser();
        int wrong = 0;
        for (int i = 0; i < 20_000; i++) {
            long reading = thread * 100_000L + i;
            boolean bad = i % 3 == 0;
            InboundRecord record =
                    parser.parse(Parsed.line("L05,2023010" + (bad ? "0" : "1") + "," + reading + ",A,,"));
            boolean right = record.number(3) == reading && record.fault(2) == (bad ? Reason.REC00005 : null);
            wrong += right ? 0 : 1;
        }
        return wrong;
    }
}
