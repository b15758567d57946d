// While nobody is here the picture moves a little each minute, so that the screen does not age in one place (K4).
const Attract = {
  start() {
    setInterval(() => {
      const moving = document.querySelector("[data-moves]");
      if (moving) moving.dataset.moves = String((Number(moving.dataset.moves) + 1) % 5);
    }, 60000);
  },
};
