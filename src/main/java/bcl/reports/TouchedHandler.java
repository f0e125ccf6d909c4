package bcl.reports;

import bcl.commands.ExitCode;
import bcl.commands.Handler;
import bcl.commands.Session;
import bcl.commands.TouchedRequest;
import bcl.interventions.FileDesk;
import org.springframework.stereotype.Component;

/** {@code touched}. The question is recorded like an act: it may show who was asked about. */
@Component
final class TouchedHandler implements Handler<TouchedRequest> {
    private final TouchedDesk desk;
    private final TouchedBook book;
    private final FileDesk files;

    TouchedHandler(TouchedDesk desk, TouchedBook book, FileDesk files) {
        this.desk = desk;
        this.book = book;
        this.files = files;
    }

    @Override
    public Class<TouchedRequest> handles() {
        return TouchedRequest.class;
    }

    @Override
    public ExitCode handle(TouchedRequest request, Session session) {
        Touched touched = desk.find(request);
        TouchedBook.Sum sum = book.sum(touched);
        files.stores()
                .operators()
                .acted(
                        files.stores().clock().now(),
                        session.user(),
                        "touched",
                        subject(request.by()),
                        "",
                        sum.files() + " files, " + sum.contacts() + " contacts");
        if (request.json()) {
            new TouchedJson(book, request.contacts()).write(touched, sum, session.out());
        } else {
            new TouchedText(book, request.contacts(), session.out()).print(subject(request.by()), touched, sum);
        }
        return ExitCode.DONE;
    }

    private static String subject(TouchedRequest.By by) {
        if (by instanceof TouchedRequest.Organisation organisation) {
            return "organisation " + organisation.code();
        }
        if (by instanceof TouchedRequest.Key key) {
            return "key " + key.fingerprint();
        }
        if (by instanceof TouchedRequest.Operator operator) {
            return "operator " + operator.name();
        }
        return by instanceof TouchedRequest.Run run
                ? "run " + run.number()
                : "file " + ((TouchedRequest.Delivery) by).file();
    }
}
