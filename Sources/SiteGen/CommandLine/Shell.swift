import Language

/// A shell that can be taught to complete our commands.
enum Shell: String, CaseIterable, Sendable {
  case bash, zsh, fish

  /// The script to load.
  func completions(of commands: [Command], tongue: Tongue) -> String {
    switch self {
    case .bash: bash(commands)
    case .zsh: zsh(commands, tongue)
    case .fish: fish(commands, tongue)
    }
  }
}

extension Shell {
  private func bash(_ commands: [Command]) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    let options = commands.map { command in
      "    \(command.name)) words='\((command.options + Option.common).map(\.name).joined(separator: " "))' ;;"
    }
    let values = Self.choices(of: commands).map {
      "    \($0.option)) words='\($0.choices.joined(separator: " "))' ;;"
    }
    let places = commands.flatMap { command in
      command.arguments.filter { !$0.choices.isEmpty }.map {
        "    \(command.name)) words='\($0.choices.joined(separator: " "))' ;;"
      }
    }
    return """
      _sitegen() {
        local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} words=''
        COMPREPLY=()
        # bash makes three words of --format=json.
        if [ "$word" = = ]; then word=''
        elif [ "$previous" = = ]; then previous=${COMP_WORDS[COMP_CWORD-2]}
        fi
        if [ "$COMP_CWORD" = 1 ]; then
          words='\(names) help --version --help'
        elif [ "${word#-}" != "$word" ]; then
          case ${COMP_WORDS[1]} in
      \(options.joined(separator: "\n"))
          esac
        else
          case $previous in
      \(values.joined(separator: "\n"))
          *)
            case ${COMP_WORDS[1]} in
            help) words='\(names)' ;;
      \(places.joined(separator: "\n"))
            esac ;;
          esac
        fi
        if [ -n "$words" ]; then
          while IFS= read -r reply; do COMPREPLY+=("$reply"); done < <(compgen -W "$words" -- "$word")
        fi
      }
      complete -o default -F _sitegen sitegen

      """
  }

  private func zsh(_ commands: [Command], _ tongue: Tongue) -> String {
    let abouts = commands.map { ($0.name, $0.summary(tongue)) } + [("help", Self.aboutHelp(tongue))]
    let names = abouts.map { "    '\($0):\($1.quoted(":"))'" }.joined(separator: "\n")
    let cases = commands.map { command in
      let options = (command.options + Option.common).map { "'\($0.zsh(tongue))'" }
      let arguments = command.arguments.map { argument in
        let action = argument.choices.isEmpty ? "_files" : "(\(argument.choices.joined(separator: " ")))"
        return "'\(argument.repeats ? "*" : ""):\(argument.summary(tongue).quoted(":")):\(action)'"
      }
      return "    \(command.name)) _arguments \((options + arguments).joined(separator: " \\\n      ")) ;;"
    }
    return """
      #compdef sitegen
      _sitegen() {
        local -a commands
        commands=(
      \(names)
        )
        if (( CURRENT == 2 )); then
          _describe command commands
          return
        fi
        local command=$words[2]
        shift words
        (( CURRENT-- ))
        case $command in
          help) _describe command commands ;;
      \(cases.joined(separator: "\n"))
        esac
      }
      if [ "$funcstack[1]" = _sitegen ]; then _sitegen "$@"; else compdef _sitegen sitegen; fi

      """
  }

  private func fish(_ commands: [Command], _ tongue: Tongue) -> String {
    let names = commands.map(\.name).joined(separator: " ")
    var lines = [
      "complete -c sitegen -n __fish_use_subcommand -l version",
      "complete -c sitegen -f -n __fish_use_subcommand -a help -d '\(Self.aboutHelp(tongue).quoted(""))'",
      "complete -c sitegen -f -n '__fish_seen_subcommand_from help' -a '\(names)'",
    ]
    for command in commands {
      let about = command.summary(tongue).quoted("")
      lines.append("complete -c sitegen -f -n __fish_use_subcommand -a \(command.name) -d '\(about)'")
      let when = "-n '__fish_seen_subcommand_from \(command.name)'"
      for option in command.options + Option.common {
        let about = option.summary(tongue).quoted("")
        lines.append("complete -c sitegen \(when) -l \(option.name.dropFirst(2))\(option.fish) -d '\(about)'")
      }
      for argument in command.arguments where !argument.choices.isEmpty {
        lines.append("complete -c sitegen -f \(when) -a '\(argument.choices.joined(separator: " "))'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `help` is no row of the table, as it reads the table.
  private static func aboutHelp(_ tongue: Tongue) -> String {
    tongue.pick(en: "tell more about a command", es: "cuenta más de una orden")
  }

  /// The options whose value is one of a few words; an option means the same in every command.
  private static func choices(of commands: [Command]) -> [(option: String, choices: [String])] {
    var seen: Set<String> = []
    return (commands.flatMap(\.options) + Option.common).compactMap { option in
      guard case .choice(let choices) = option.value, seen.insert(option.name).inserted else { return nil }
      return (option.name, choices)
    }
  }
}

extension Option {
  fileprivate func zsh(_ tongue: Tongue) -> String {
    let about = "[\(summary(tongue).quoted("[]:"))]"
    return switch value {
    case .none: "\(name)\(about)"
    case .choice(let choices): "\(name)=\(about):\(name.dropFirst(2)):(\(choices.joined(separator: " ")))"
    case .number(let label, _): "\(name)=\(about):\(label):"
    case .text(let label, let completes): "\(name)=\(about):\(label):\(completes.zsh)"
    }
  }

  fileprivate var fish: String {
    switch value {
    case .none: ""
    case .choice(let choices): " -x -a '\(choices.joined(separator: " "))'"
    case .number, .text(_, .nothing): " -x"
    case .text(_, .folder): " -x -a '(__fish_complete_directories)'"
    case .text(_, .file): " -r"
    }
  }
}

extension Completion {
  fileprivate var zsh: String {
    switch self {
    case .nothing: ""
    case .file: "_files"
    case .folder: "_files -/"
    }
  }
}

extension String {
  /// The text for a single-quoted word of a shell; the given characters get a backslash.
  fileprivate func quoted(_ special: String) -> String {
    var text = ""
    for character in self {
      if character == "'" {
        text += "'\\''"
      } else {
        if special.contains(character) { text += "\\" }
        text.append(character)
      }
    }
    return text
  }
}
