/*
 * Each script asks the command itself ("falsematch complete-words") what the unfinished word may become, so that it knows
 * the commands, options and names of whatever version is installed. Where that answers nothing, files are offered.
 */

const BASH = `# bash completion of falsematch
_falsematch() {
  local line
  COMPREPLY=()
  while IFS= read -r line; do
    COMPREPLY+=("$line")
  done < <("\${COMP_WORDS[0]}" complete-words -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -o default -F _falsematch falsematch
`;

const ZSH = `#compdef falsematch
_falsematch() {
  local -a found
  found=(\${(f)"$("\${words[1]}" complete-words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)"})
  if (( \${#found} )); then
    compadd -a -- found
  else
    _files
  fi
}
if [[ "\${funcstack[1]}" == _falsematch ]]; then
  _falsematch "$@"
else
  compdef _falsematch falsematch
fi
`;

const FISH = `# fish completion of falsematch
function __falsematch_words
  set -l typed (commandline -opc)
  set -l current (commandline -ct)
  set -l program $typed[1]
  set -e typed[1]
  set -l found ($program complete-words -- $typed "$current" 2>/dev/null)
  if test (count $found) -gt 0
    printf '%s\\n' $found
  else
    __fish_complete_path "$current"
  end
end
complete -c falsematch -f -a '(__falsematch_words)'
`;

/** The scripts by their shells. */
export const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
