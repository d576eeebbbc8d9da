"""`hingecheck` as a module, so that the checkout is timed and not what is installed."""

from hingecheck.cli import main

if __name__ == "__main__":
    main()
