package app.teahouse.kernel;

/** Proof that somebody is signed in. Only the {@link Gate} hands it out. */
public final class Person {
    private final SignIn signIn;

    public Person(SignIn signIn) {
        this.signIn = signIn;
    }

    public AccountId account() {
        return signIn.account();
    }

    public String name() {
        return signIn.name();
    }

    public SignIn signIn() {
        return signIn;
    }
}
