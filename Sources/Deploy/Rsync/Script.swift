/// What is run on the other machine: scripts of the plain shell, whose first argument is the folder of the releases.
enum Script {
  /// The code by which a script says that somebody else publishes there.
  static let isLocked: Int32 = 75

  /// Prints `current NAME` and that release's record, or `none` and what lies in the folder.
  static let state = """
    set -e
    mkdir -p "$1/.deploy" "$1/releases"
    cd "$1"
    if current=$(readlink current); then
      echo "current ${current#releases/}"
      cat ".deploy/${current#releases/}.json"
    else
      echo none
      ls -A | grep -vx -e releases -e .deploy || true
    fi
    """

  /// Takes the lock, makes an empty folder and prints the name of the release: another than was wished for where two
  /// deploys come within a second. What a stopped deploy left behind is removed.
  ///
  /// A lock is dead when the same machine wrote what stands in it, or after two hours. One in which nothing stands has
  /// just been taken.
  static let begin = """
    set -e
    cd "$1"
    if ! mkdir .deploy/lock 2>/dev/null; then
      dead=$(find .deploy/lock -maxdepth 0 -mmin +120)
      [ -s .deploy/lock/holder ] || [ -n "$dead" ] || sleep 1
      holder=$(cat .deploy/lock/holder 2>/dev/null || true)
      if [ -n "$holder" ] && printf '%s\\n' "$4" | grep -qxF -e "$holder"; then dead=yes; fi
      [ -n "$dead" ] || exit \(isLocked)
    fi
    touch .deploy/lock
    echo "$3" > .deploy/lock/holder
    name=$2
    number=2
    while [ -e "releases/$name" ] || [ -e "releases/.$name.partial" ]; do
      name=$2-$number
      number=$((number + 1))
    done
    # What sends for a deploy that died may still be at work in its folder: then that is removed the next time.
    rm -rf releases/.*.partial || true
    mkdir "releases/.$name.partial"
    echo "$name"
    """

  /// Gives the files named on the input another name in the new release.
  static let keep = """
    set -e
    cd "$1/releases"
    while IFS= read -r file; do
      mkdir -p ".$2.partial/$(dirname "$file")"
      for form in "$file" "$file.gz" "$file.br"; do
        [ ! -e "$3/$form" ] || ln -f "$3/$form" ".$2.partial/$form"
      done
    done
    """

  /// Writes the record, serves the release in one step, removes the oldest, gives the lock back.
  ///
  /// A record that came shorter than it was sent is that of a deploy that died meanwhile: it must not be served.
  static let finish = """
    set -e
    cd "$1"
    cat > ".deploy/$2.json"
    if [ "$(wc -c < ".deploy/$2.json")" -ne "$4" ]; then
      rm -f ".deploy/$2.json"
      exit 1
    fi
    sync
    mv -T "releases/.$2.partial" "releases/$2"
    ln -sfn "releases/$2" current.new
    mv -T current.new current
    ls releases | sort | head -n "-$3" | while IFS= read -r old; do
      [ "$old" = "$2" ] || rm -rf "releases/$old" ".deploy/$old.json"
    done
    rm -rf .deploy/lock
    """

  /// Removes what was sent and gives the lock back.
  static let abandon = """
    cd "$1"
    rm -rf "releases/.$2.partial" .deploy/lock
    """

  /// Prints `current NAME`, then the names of all releases.
  static let list = """
    set -e
    cd "$1"
    current=$(readlink current || true)
    echo "current ${current#releases/}"
    ls releases
    """

  /// Serves another release, in one step.
  static let serve = """
    set -e
    cd "$1"
    ln -sfn "releases/$2" current.new
    mv -T current.new current
    """
}
