import Language

extension Command {
  /// `sitegen completions`: the script that teaches a shell the commands and options.
  static let completions = Command(
    name: "completions",
    summary: Words(
      en: "print the script that completes commands and options in a shell",
      es: "escribe el guion que completa órdenes y opciones en una consola"
    ),
    arguments: [
      Argument(
        label: "bash|zsh|fish",
        summary: Words(en: "the shell", es: "la consola"),
        choices: Shell.allCases.map(\.rawValue)
      )
    ],
    examples: [
      "source <(sitegen completions bash)",
      "sitegen completions zsh > ~/.zfunc/_sitegen",
      "sitegen completions fish > ~/.config/fish/completions/sitegen.fish",
    ],
    run: { invocation, console in
      let shell = invocation.arguments.first.flatMap { Shell(rawValue: $0) }
      console.print(shell?.completions(of: Command.all, tongue: console.tongue) ?? "")
      return .done
    }
  )
}
