// The keyboard. Keys with a modifier, and keys typed into a field, are somebody else's.

export function listen(actions) {
  addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, select, textarea, dialog");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    const action = actions[event.key];
    if (action && action(event) !== false) event.preventDefault();
  });
}
