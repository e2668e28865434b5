package app.teahouse.kernel;

/** Proof that a person runs this site. Only the {@link Gate} hands it out. */
public final class Operator {
    private final Person person;

    public Operator(Person person) {
        this.person = person;
    }

    public Person person() {
        return person;
    }

    public AccountId account() {
        return person.account();
    }
}
