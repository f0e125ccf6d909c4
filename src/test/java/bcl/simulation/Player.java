package bcl.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import bcl.commands.ExitCode;
import bcl.night.Window;
import bcl.night.WindowSettings;
import bcl.service.BareEngine;
import bcl.service.BareEngine.Result;
import bcl.simulation.Senders.Manner;
import bcl.testsupport.Picture;
import bcl.testsupport.Sent;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;

/** Plays a story on a machine: whoever died is started again, and whoever was refused asks again, as operators and schedulers do. */
final class Player {
    private static final int PATIENCE = 60;
    private static final int NIGHTS = 8;

    private final Machine machine;
    private final Senders senders;
    private final Witness witness;
    private final Random manners;
    private Result last;

    Player(Machine machine, Senders senders, Witness witness, long seed) {
        this.machine = machine;
        this.senders = senders;
        this.witness = witness;
        this.manners = new Random(seed);
    }

    Instant now() {
        return machine.clock.now();
    }

    void passes(Duration time) {
        machine.clock.advance(time);
    }

    void jump(Duration by) {
        machine.clock.jump(by);
    }

    /** The next window opens, and so much more time passes. */
    void nightFalls(Duration after) {
        Window next = Window.next(machine.clock.now(), WindowSettings.DEFAULT);
        machine.clock.advanceTo(next.opens().plus(after));
    }

    void restart() {
        machine.restart();
    }

    void send(Sent sent, Manner manner) {
        senders.send(sent, manner, manners);
    }

    void goOn() {
        senders.goOn();
    }

    void finishUploads() {
        senders.finish();
        machine.clock.advance(Duration.ofMinutes(1));
    }

    void look() {
        perform(engine -> {
            engine.lookByDay();
            return true;
        });
    }

    void hold(String file) {
        give(Player::isSettled, "hold", file, "--reason", "a look at it");
    }

    void letGo(String file, boolean byRerun) {
        give(Player::isSettled, byRerun ? "rerun" : "release", file, "--reason", "looked at");
    }

    /** Done, or it had been done before the answer was lost, or there is nothing to do. */
    private static boolean isSettled(Result result) {
        return result.code() == ExitCode.DONE
                || result.code() == ExitCode.USAGE
                || result.code() == ExitCode.NOTHING_TO_DO;
    }

    void learnCrns() {
        senders.learn(Picture.crns(machine.database));
    }

    /** The CDSP closes contacts as invalid. */
    void close(List<String> contacts) {
        Map<String, Long> crns = Picture.crns(machine.database);
        StringBuilder rows = new StringBuilder("crn,status,reason\n");
        contacts.stream()
                .distinct()
                .filter(crns::containsKey)
                .forEach(each -> rows.append(crns.get(each)).append(",CCIV,not found\n"));
        try {
            Path csv = Files.writeString(machine.root.resolve("closed.csv"), rows);
            give(result -> result.code() == ExitCode.DONE, "resolve", "--from", csv.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A night, started again until it has nothing left or its window has closed; what the engine holds is rerun. */
    void night() {
        give(this::isOver, "night");
    }

    /** More nights, until nothing is left: without anybody's help, but for files that the engine held. */
    void untilDone() {
        for (int night = 0; night < NIGHTS; night++) {
            nightFalls(Duration.ofMinutes(1));
            night();
            if (leftOver().isEmpty() && senders.isDone()) {
                return;
            }
        }
        throw new AssertionError("after " + NIGHTS + " nights something is left to do: " + leftOver()
                + ", the last night ended with " + last);
    }

    private boolean isOver(Result result) {
        last = result;
        if (result.code() == ExitCode.STOPPED || result.code() == ExitCode.OUTSIDE_WINDOW) {
            return true;
        }
        List<Long> failed = held();
        failed.forEach(file -> give(Player::isSettled, "rerun", file.toString(), "--reason", "mended"));
        boolean over = result.code() == ExitCode.DONE && failed.isEmpty();
        assertThat(over || !machine.points.faulty().isEmpty())
                .as("a night without faults ended with " + result.code() + ": " + result.err())
                .isTrue();
        return over;
    }

    private List<String> leftOver() {
        return machine.database
                .jdbc()
                .sql("select name || ' ' || state from inbound_file where state <> 'ANSWERED' order by id")
                .query(String.class)
                .list();
    }

    private List<Long> held() {
        return machine.database
                .jdbc()
                .sql("select id from inbound_file where state = 'HELD' and held_by is null order by id")
                .query(Long.class)
                .list();
    }

    private void give(Predicate<Result> until, String... command) {
        Result last = null;
        for (int tries = 0; tries < PATIENCE; tries++) {
            last = perform(engine -> engine.give(command));
            if (until.test(last)) {
                return;
            }
            machine.clock.advance(Duration.ofSeconds(30));
        }
        throw new AssertionError("%s ended with %s again and again: %s".formatted(command[0], last.code(), last.err()));
    }

    private <T> T perform(Function<BareEngine, T> work) {
        T result = null;
        for (int deaths = 0; result == null && deaths < PATIENCE; deaths++) {
            result = machine.perform(work);
        }
        witness.look();
        return result;
    }
}
