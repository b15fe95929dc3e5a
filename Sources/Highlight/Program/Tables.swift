/// The tables of a program, borrowed as pointers for one run: the inner loop would spend a third of its time on
/// counting references to arrays and checking bounds that the compiler of grammars has made sure of.
struct Tables {
  let states: UnsafePointer<Program.State>
  let automata: UnsafePointer<Program.Shape>
  let rules: UnsafePointer<Program.Rule>
  let outcomes: UnsafePointer<Program.Outcome>
  let next: UnsafePointer<UInt16>
  let classes: UnsafePointer<UInt8>
  let accepts: UnsafePointer<UInt16>
  let accepted: UnsafePointer<UInt16>

  /// Lends the tables of a program to a closure; one without rules lends none.
  static func borrow(from program: Program, _ body: (Tables) -> Void) {
    program.states.withUnsafeBufferPointer { states in
      program.automata.withUnsafeBufferPointer { automata in
        program.rules.withUnsafeBufferPointer { rules in
          program.outcomes.withUnsafeBufferPointer { outcomes in
            program.next.withUnsafeBufferPointer { next in
              program.classes.withUnsafeBufferPointer { classes in
                program.accepts.withUnsafeBufferPointer { accepts in
                  program.accepted.withUnsafeBufferPointer { accepted in
                    guard let states = states.baseAddress, let automata = automata.baseAddress,
                      let rules = rules.baseAddress, let outcomes = outcomes.baseAddress,
                      let next = next.baseAddress, let classes = classes.baseAddress,
                      let accepts = accepts.baseAddress, let accepted = accepted.baseAddress
                    else { return }
                    body(
                      Tables(
                        states: states, automata: automata, rules: rules, outcomes: outcomes, next: next,
                        classes: classes, accepts: accepts, accepted: accepted))
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  /// Calls for each match, short before long, with its end and its run of rules.
  @inline(__always)
  func scan(
    _ automaton: Program.Shape, _ bytes: UnsafeBufferPointer<UInt8>, from start: Int, to limit: Int,
    first: Int, found: (_ end: Int, _ run: Int) -> Void
  ) {
    let next = self.next + automaton.next
    let classes = self.classes + automaton.classes
    let accepts = self.accepts + automaton.accepts
    let stride = automaton.stride
    var node = first
    var offset = start
    var horizon = start + Engine.farthestLook
    while offset < limit {
      node = Int(next[node &* stride &+ Int(classes[Int(bytes[offset])])])
      if node == 0 { return }
      offset += 1
      let run = accepts[node]
      if run != 0 {
        found(offset, Int(run))
        horizon = offset + Engine.farthestLook
      } else if offset >= horizon {
        return
      }
    }
  }
}
